using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A label that was not given, but that the model is sure of, counts as given.</summary>
/// <remarks>
/// <code>
/// z' = z − m where t = 1, else z;  p = σ(z')
/// L = (1 − p)^γ (−ln p) where t = 1 or p &gt; τ, else p^γ (−ln(1 − p))
/// </code>
/// The authors correct from the second epoch on: train the first with τ = 1. Reference: Y. Zhang et al., Simple and
/// Robust Loss Design for Multi-Label Learning with Missing Labels, 2021, arXiv:2112.07368.
/// </remarks>
/// <param name="threshold">The probability from which a label counts as given; 0 to 1.</param>
/// <param name="margin">How much farther a label must be found; not negative.</param>
/// <param name="gamma">How far labels that are right already are played down; not negative.</param>
public readonly struct LabelCorrectionLoss(double threshold, double margin, double gamma)
    : IFormulaLoss<LabelCorrectionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ThresholdCard = new(
        "threshold", @"\tau", 0.6, Domain.Unit, "the probability from which a label counts as given");

    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 1, Domain.NonNegative, "how much farther a label must be found");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 2, Domain.NonNegative, "how far labels that are right already are played down");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "splc",
        Title = "self-paced label correction",
        Use = "Many labels of which only some were written down.",
        Avoid = "The model is sure of wrong labels early: take hill, which only plays them down.",
        Reference = "Y. Zhang et al., Simple and Robust Loss Design for Multi-Label Learning with Missing Labels, "
            + "2021, arXiv:2112.07368",
        Names = new() { Chinese = "自步标签校正损失" },
        Tasks = LossTask.MultiLabel,
        Parameters = [ThresholdCard, MarginCard, GammaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "…", "the logit of each label") { IsDifferentiable = true },
        new("label", "t", InputKind.Flag, "…", "1 where a label is known to be there, 0 where nothing is known"),
    ];

    /// <summary>The probability from which a label counts as given.</summary>
    public Parameter Threshold { get; } = ThresholdCard.Bind(threshold);

    /// <summary>How much farther a label must be found.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <summary>How far labels that are right already are played down.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = -1 };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane isGiven = x[1];
        TLane logit = x[0] - (Margin * isGiven);
        TLane missed = TLane.Softplus(-logit), marked = TLane.Softplus(logit);
        TLane there = missed * TLane.Exp(-(Gamma * marked)), notThere = marked * TLane.Exp(-(Gamma * missed));
        return TLane.WhereLess(0, isGiven, there, TLane.WhereLess(Threshold, TLane.Sigmoid(logit), there, notThere));
    }
}
