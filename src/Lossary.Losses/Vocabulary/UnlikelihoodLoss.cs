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
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Sum(tape.Formula(default(CostOfShare), tape.LogSoftmax(inputs["logits"]), inputs["unwanted"]), [-1]));

    /// <summary>−ln(1 − e^ℓ) where the class is unwanted, with all digits at both ends.</summary>
    private readonly struct CostOfShare : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
        {
            TLane small = TLane.Log1P(-TLane.Exp(x[0])), large = TLane.Log(-TLane.ExpM1(x[0]));
            return TLane.WhereLess(0.5, x[1], TLane.WhereLess(x[0], -0.6931471805599453, -small, -large), 0);
        }
    }
}
