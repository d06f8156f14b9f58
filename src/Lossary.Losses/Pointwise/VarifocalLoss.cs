using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Focal loss for the negatives only; positives count by their target, a quality between 0 and 1.</summary>
/// <remarks>
/// With p = σ(z) and q = σ(−z):
/// <code>
/// L(z, t)   = −t (t ln p + (1 − t) ln q) where t &gt; 0        L(z, 0) = −α p^γ ln q
/// ∂L/∂z     = t (p − t) where t &gt; 0                          ∂L/∂z   = α p^γ (p − γ q ln q) at t = 0
/// </code>
/// It jumps in the target at 0. Reference: H. Zhang, Y. Wang, F. Dayoub, N. Sünderhauf, "VarifocalNet: An IoU-aware
/// Dense Object Detector", CVPR 2021, arXiv:2008.13367.
/// </remarks>
/// <param name="alpha">α, the weight of the negatives; positive and finite.</param>
/// <param name="gamma">γ, how soon easy negatives are forgotten; not negative.</param>
public readonly struct VarifocalLoss(double alpha, double gamma) : IPointwiseLoss<VarifocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.75, Domain.Positive, "the weight of the negatives");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 2, Domain.NonNegative, "how soon easy negatives are forgotten");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "varifocal",
        Title = "varifocal",
        Use = "Scores of detected boxes that should tell their overlap, where nearly all candidates are background.",
        Avoid = "Targets that are plain labels: the positives lose what focal loss does for them. Take binary focal.",
        Reference = "H. Zhang et al., VarifocalNet: An IoU-aware Dense Object Detector, 2021, arXiv:2008.13367",
        Aliases = ["vfl"],
        Names = new() { Chinese = "变焦损失" },
        Translations =
        [
            new(
                "mmdet.models.losses.VarifocalLoss(alpha=0.75, gamma=2.0)",
                "varifocal:alpha={alpha},gamma={gamma}",
                "weighs a negative by how far it is from its target there, which is 0"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
        Parameters = [AlphaCard, GammaCard],
    };

    /// <summary>The weight of the negatives.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>How soon easy negatives are forgotten.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = Gamma.Value == 0,
        IsStrictlyConvex = Gamma.Value == 0,
        Smoothness = int.MaxValue,
        LipschitzConstant = SteepestSlope.Of(this),
        IsProper = Gamma.Value == 0 && Alpha.Value == 1,
        IsCalibrated = Gamma.Value == 0 && Alpha.Value == 1,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane ofPositive = TLane.Softplus(-prediction);
        TLane ofNegative = TLane.Softplus(prediction, out TLane p);
        TLane positive = target * ((target * ofPositive) + ((1 - target) * ofNegative));
        return TLane.WhereAtMost(target, 0, Alpha * (TLane.Pow(p, Gamma) * ofNegative), positive);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: one exponential serves both kinds.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(VarifocalLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane rest = 1 - target;
        TLane negative = loss.Alpha * Real.Raise(p, ofPositive, (TLane)loss.Gamma);
        TLane up = p + (loss.Gamma * (q * ofNegative));
        return new(
            TLane.WhereAtMost(
                target, 0, negative * ofNegative, target * ((target * ofPositive) + (rest * ofNegative))),
            TLane.WhereAtMost(target, 0, negative * up, target * ((rest * p) - (target * q))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(VarifocalLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane rest = 1 - target;
        TLane gamma = loss.Gamma;
        TLane negative = loss.Alpha * Real.Raise(p, ofPositive, gamma);
        TLane up = p + (gamma * (q * ofNegative));
        TLane bend = ((1 + (2 * gamma)) * p) + (gamma * (((gamma * q) - p) * ofNegative));
        return new(
            TLane.WhereAtMost(
                target, 0, negative * ofNegative, target * ((target * ofPositive) + (rest * ofNegative))),
            TLane.WhereAtMost(target, 0, negative * up, target * ((rest * p) - (target * q))),
            TLane.WhereAtMost(target, 0, negative * (q * bend), target * (p * q)));
    }
}
