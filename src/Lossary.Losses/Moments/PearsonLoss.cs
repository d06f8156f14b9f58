using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus the correlation of predictions and targets over a whole batch.</summary>
/// <remarks>
/// <code>
/// L = 1 − cov(p, t) / √(var p · var t)        in [0, 2]
/// </code>
/// The level and the scale of the predictions are left free. Where either does not vary there is no correlation: it
/// counts as 0, the loss is 1 and pulls nowhere; so it is with one sample. Reference: K. Pearson, Note on Regression
/// and Inheritance in the Case of Two Parents, 1895, doi:10.1098/rspl.1895.0041.
/// </remarks>
public readonly struct PearsonLoss : IGraphLoss<PearsonLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pearson",
        Title = "Pearson correlation",
        Use = "Predictions whose ups and downs are to go with the target's, whatever their level and scale.",
        Avoid = "The predictions themselves are used, not only their order and shape: concordance fixes level and "
            + "scale too.",
        Reference = "K. Pearson, Note on Regression and Inheritance in the Case of Two Parents, 1895, "
            + "doi:10.1098/rspl.1895.0041",
        Latex = @"1 - \frac{\sum_i (p_i - \bar p)(t_i - \bar t)}{\sqrt{\sum_i (p_i - \bar p)^2 \sum_i (t_i - "
            + @"\bar t)^2}}",
        Aliases = ["correlation"],
        Names = new() { Chinese = "皮尔逊相关损失" },
        Translations =
        [
            new(
                "torchmetrics.regression.PearsonCorrCoef()",
                "pearson",
                "the correlation there, the higher the better") { Scale = "-1", Offset = "1" },
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
        return new(tape.Formula(default(Complement), covariance, spread, targetSpread));
    }

    private readonly struct Complement : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane spread = TLane.Sqrt(x[1]) * TLane.Sqrt(x[2]);
            return TLane.WhereLess(0, spread, 1 - (x[0] / spread), 1 + (0 * x[0]));
        }
    }
}
