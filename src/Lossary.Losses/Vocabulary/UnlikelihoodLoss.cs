using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What must not be said: the cost of each unwanted class's probability.</summary>
/// <remarks>
/// <code>
/// L = −Σ over unwanted k of ln(1 − p(k))
/// </code>
/// Added to cross entropy; unwanted are for instance the tokens that stand in the text already. Reference: S. Welleck
/// et al., "Neural Text Generation with Unlikelihood Training", 2019, arXiv:1908.04319.
/// </remarks>
public readonly struct UnlikelihoodLoss : IGraphLoss<UnlikelihoodLoss>, IDocumentedLoss
{
    /// <summary>Stands for the logarithm of no probability.</summary>
    private const double Never = -1e30;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "unlikelihood",
        Title = "unlikelihood",
        Use = "Text that repeats itself: beside cross entropy, with the tokens that have just been said as unwanted "
            + "ones.",
        Avoid = "It stands alone: it says what not to predict, and nothing of what to.",
        Reference = "S. Welleck, I. Kulikov, S. Roller, E. Dinan, K. Cho, J. Weston, Neural Text Generation with "
            + "Unlikelihood Training, 2019, arXiv:1908.04319",
        Latex = @"-\sum_{k \in \mathcal{C}} \ln(1 - p(k))",
        Names = new() { Chinese = "非似然损失" },
        Tasks = LossTask.Sequence,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, c", "the scores of each class") { IsDifferentiable = true },
        new("unwanted", "u", InputKind.Flag, "n, c", "1 for a class that must not be predicted"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // What the likeliest class leaves is added up from the others: its own probability may be 1 by rounding.
        Tensor<T> logShares = tape.LogSoftmax(inputs["logits"]), unwanted = inputs["unwanted"];
        Tensor<T> isTop = Confidence.OneHot(tape, inputs["logits"]);
        Tensor<T> others = tape.Where(isTop, tape.Filled(new Shape(1), Never), logShares);
        Tensor<T> rest = tape.LogSumExp(others, [-1], keepDimensions: true);
        Tensor<T> costs = tape.Negate(tape.Where(
            isTop, rest, tape.Formula(default(LogRest), tape.Where(isTop, tape.Filled(new Shape(1), -1), logShares))));
        return new(tape.Sum(tape.Where(unwanted, costs, tape.Filled(new Shape(1), 0)), [-1]));
    }

    /// <summary>ln(1 − e^ℓ) of a share of a half at most.</summary>
    private readonly struct LogRest : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.Log1P(-TLane.Exp(x[0]));
    }
}
