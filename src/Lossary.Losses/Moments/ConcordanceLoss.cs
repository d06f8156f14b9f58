using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus Lin's concordance correlation of predictions and targets over a whole batch.</summary>
/// <remarks>
/// <code>
/// L = 1 − 2 cov(p, t) / (var p + var t + (p̄ − t̄)²)        moments over the n samples
/// </code>
/// Where neither varies and both are the same there is 0/0: the loss is 0 and pulls nowhere. Reference: L. I.-K. Lin, A
/// Concordance Correlation Coefficient to Evaluate Reproducibility, Biometrics 45, 1989, doi:10.2307/2532051.
/// </remarks>
public readonly struct ConcordanceLoss : IGraphLoss<ConcordanceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "concordance",
        Title = "concordance correlation",
        Use = "Agreement with the target in level, scale and shape at once: ratings, emotions, measurements.",
        Avoid = "Batches are small: a few samples say little of a correlation; take the squared loss.",
        Reference = "L. I.-K. Lin, A Concordance Correlation Coefficient to Evaluate Reproducibility, Biometrics 45, "
            + "1989, doi:10.2307/2532051",
        Latex = @"1 - \frac{2 \operatorname{cov}(p, t)}{\operatorname{var} p + \operatorname{var} t + (\bar p - "
            + @"\bar t)^2}",
        Aliases = ["ccc"],
        Names = new() { Chinese = "一致性相关系数损失" },
        Translations =
        [
            new(
                "torchmetrics.regression.ConcordanceCorrCoef()",
                "concordance",
                "the coefficient there, the higher the better; its variances divide by n − 1")
            {
                Scale = "-1",
                Offset = "1",
            },
        ],
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => MomentInputs.Pair;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Tensor<T> covariance, Tensor<T> spread, Tensor<T> targetSpread) = MomentInputs.Spreads(tape, inputs);
        Tensor<T> shift = tape.Subtract(tape.Mean(inputs["prediction"]), tape.Mean(inputs["target"]));
        return new(tape.Formula(default(Complement), covariance, spread, targetSpread, shift));
    }

    private readonly struct Complement : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane spread = x[1] + x[2] + (x[3] * x[3]);
            return TLane.WhereLess(0, spread, 1 - (2 * x[0] / spread), 0 * x[0]);
        }
    }
}
