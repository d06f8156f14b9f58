using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Focal cross entropy of pixels in which those near an object's centre count less as background.</summary>
/// <remarks>
/// <code>
/// L = (1 − p)^α (−ln p) where t = 1, else (1 − t)^γ p^α (−ln(1 − p)),  p = σ(z)
/// </code>
/// Targets are bumps around centres, 1 at the centre itself. Divide the sum by the number of objects. Reference: H.
/// Law, J. Deng, CornerNet: Detecting Objects as Paired Keypoints, 2018, arXiv:1808.01244.
/// </remarks>
/// <param name="alpha">How far pixels that are right already are played down; not negative.</param>
/// <param name="gamma">How far pixels near a centre are played down; not negative.</param>
public readonly struct HeatMapFocalLoss(double alpha, double gamma) : IFormulaLoss<HeatMapFocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 2, Domain.NonNegative, "how far pixels that are right already are played down");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 4, Domain.NonNegative, "how far pixels near a centre are played down");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "heat-map-focal",
        Title = "heat-map focal",
        Use = "Finding objects or joints by the peaks of a heat map.",
        Avoid = "Targets are classes: take binary-focal.",
        Reference = "H. Law, J. Deng, CornerNet: Detecting Objects as Paired Keypoints, 2018, arXiv:1808.01244",
        Aliases = ["gaussian-focal"],
        Names = new() { Chinese = "热力图聚焦损失" },
        Tasks = LossTask.Detection,
        Parameters = [AlphaCard, GammaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "…", "the logit of each pixel") { IsDifferentiable = true },
        new("target", "t", InputKind.Probability, "…", "1 at a centre, less around it, 0 far away"),
    ];

    /// <summary>How far pixels that are right already are played down.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>How far pixels near a centre are played down.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane missed = TLane.Softplus(-x[0]), marked = TLane.Softplus(x[0]);
        TLane peak = missed * TLane.Exp(-(Alpha * marked));
        TLane other = TLane.Pow(1 - x[1], Gamma) * (marked * TLane.Exp(-(Alpha * missed)));
        return TLane.WhereLess(x[1], 1, other, peak);
    }
}
