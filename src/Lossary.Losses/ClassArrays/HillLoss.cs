using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Labels that were not given cost by a hill: a little, more, and less again where the model is sure of them.
/// </summary>
/// <remarks>
/// <code>
/// L = (1 − q)^γ (−ln q) where t = 1,  q = σ(z − m)
/// L = (λ − p) p² where t = 0,  p = σ(z)
/// </code>
/// Labels that are sure in spite of their target are taken for forgotten ones. Reference: Y. Zhang et al., Simple and
/// Robust Loss Design for Multi-Label Learning with Missing Labels, 2021, arXiv:2112.07368.
/// </remarks>
/// <param name="margin">How much farther a label must be found; not negative.</param>
/// <param name="gamma">How far labels that are right already are played down; not negative.</param>
/// <param name="lambda">Where the hill ends; at 1.5 its top is at probability 1; 1 and above.</param>
public readonly struct HillLoss(double margin, double gamma, double lambda) : IFormulaLoss<HillLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 1, Domain.NonNegative, "how much farther a label must be found");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 2, Domain.NonNegative, "how far labels that are right already are played down");

    private static readonly ParameterCard LambdaCard = new(
        "lambda", @"\lambda", 1.5, new Domain(1, double.PositiveInfinity, true, false),
        "where the hill ends; at 1.5 its top is at probability 1");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hill",
        Title = "Hill",
        Use = "Many labels of which only some were written down.",
        Avoid = "All labels are written down: take multi-label-soft-margin or asymmetric.",
        Reference = "Y. Zhang et al., Simple and Robust Loss Design for Multi-Label Learning with Missing Labels, "
            + "2021, arXiv:2112.07368",
        Names = new() { Chinese = "Hill 损失" },
        Tasks = LossTask.MultiLabel,
        Parameters = [MarginCard, GammaCard, LambdaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "…", "the logit of each label") { IsDifferentiable = true },
        new("label", "t", InputKind.Flag, "…", "1 where a label is known to be there, 0 where nothing is known"),
    ];

    /// <summary>How much farther a label must be found.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <summary>How far labels that are right already are played down.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <summary>Where the hill ends; at 1.5 its top is at probability 1.</summary>
    public Parameter Lambda { get; } = LambdaCard.Bind(lambda);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane shifted = x[0] - Margin;
        TLane found = TLane.Softplus(-shifted) * TLane.Exp(-(Gamma * TLane.Softplus(shifted)));
        TLane p = TLane.Sigmoid(x[0]);
        return TLane.WhereLess(0, x[1], found, (Lambda - p) * (p * p));
    }
}
