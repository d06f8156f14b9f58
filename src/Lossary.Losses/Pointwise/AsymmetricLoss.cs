using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Focal loss with an exponent for each class, which leaves very easy negatives out altogether.</summary>
/// <remarks>
/// With p = σ(z), q = σ(−z) and r = max(p − m, 0):
/// <code>
/// L(z, 1)   = −q^γ⁺ ln p                           L(z, 0) = −r^γ⁻ ln(1 − r)
/// ∂L/∂z     = −q^γ⁺ (q − γ⁺ p ln p)                at t = 1
/// ∂L/∂z     = p r^γ⁻ (q / (q + m) − γ⁻ q ln(1 − r) / r)  at t = 0 and p &gt; m, else 0
/// </code>
/// A target between 0 and 1 is the share of ones. Logarithms are taken of probabilities that were never clamped: the
/// gradient of a badly wrong prediction does not vanish. Reference: E. Ben-Baruch, T. Ridnik et al., "Asymmetric Loss
/// for Multi-Label Classification", ICCV 2021, arXiv:2009.14119.
/// </remarks>
/// <param name="gammaPositive">How soon easy positives are forgotten; not negative.</param>
/// <param name="gammaNegative">How soon easy negatives are forgotten; not negative.</param>
/// <param name="margin">Negatives with a probability up to this cost nothing; in [0, 1).</param>
public readonly struct AsymmetricLoss(double gammaPositive, double gammaNegative, double margin)
    : IPointwiseLoss<AsymmetricLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaPositiveCard = new(
        "gamma-positive", @"\gamma_+", 1, Domain.NonNegative, "how soon easy positives are forgotten");

    private static readonly ParameterCard GammaNegativeCard = new(
        "gamma-negative", @"\gamma_-", 4, Domain.NonNegative, "how soon easy negatives are forgotten");

    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 0.05, new Domain(0, 1, true, false), "negatives with a probability up to this cost nothing");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "asymmetric",
        Title = "asymmetric",
        Use = "Several labels at once, or two classes, where negatives are many and some of them unmarked positives.",
        Avoid = "Probabilities are wanted: it is not proper, and negatives up to the margin cost nothing.",
        Reference =
            "E. Ben-Baruch, T. Ridnik et al., Asymmetric Loss for Multi-Label Classification, 2021, arXiv:2009.14119",
        Aliases = ["asl"],
        Names = new()
        {
            Chinese = "非对称损失",
        },
        Translations =
        [
            new(
                "timm.loss.AsymmetricLossMultiLabel(gamma_neg=4.0, gamma_pos=1.0, clip=0.05)",
                "asymmetric:gamma-positive={gamma_pos},gamma-negative={gamma_neg},margin={clip}",
                "summed over everything; the focusing weights have no gradient there by default"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Unit,
        Link = Link.Logit,
        Parameters = [GammaPositiveCard, GammaNegativeCard, MarginCard],
    };

    /// <summary>How soon easy positives are forgotten.</summary>
    public Parameter GammaPositive { get; } = GammaPositiveCard.Bind(gammaPositive);

    /// <summary>How soon easy negatives are forgotten.</summary>
    public Parameter GammaNegative { get; } = GammaNegativeCard.Bind(gammaNegative);

    /// <summary>The probability up to which negatives cost nothing.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits
    {
        get
        {
            bool isCrossEntropy = GammaPositive.Value == 0 && GammaNegative.Value == 0 && Margin.Value == 0;
            return new()
            {
                IsConvex = isCrossEntropy,
                IsStrictlyConvex = isCrossEntropy,
                Smoothness = Margin.Value == 0 ? int.MaxValue : (int)Math.Min(1000, Math.Ceiling(GammaNegative.Value)),
                LipschitzConstant = SteepestSlope.Of(this),
                IsProper = isCrossEntropy,
                IsCalibrated = GammaPositive.Value == GammaNegative.Value && Margin.Value == 0,
                Kinks = Margin.Value == 0 ? [] : [Math.Log(Margin.Value / (1 - Margin.Value))],
            };
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane margin = Margin;
        TLane ofPositive = TLane.Softplus(-prediction, out TLane q);
        TLane ofNegative = TLane.Softplus(prediction, out TLane p);
        TLane r = TLane.AtLeast(p - margin, 0);
        TLane ofRest = TLane.WhereLess(0, margin, -TLane.Log1P(-r), ofNegative);
        return (target * TLane.Pow(q, GammaPositive) * ofPositive)
            + ((1 - target) * TLane.Pow(r, GammaNegative) * ofRest);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: where negatives cost nothing, r is ½, so that no derivative of its power is 0 · ∞.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(AsymmetricLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane margin = loss.Margin;
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane positive = target * Real.Raise<TLane>(q, ofNegative, loss.GammaPositive);
        TLane down = (loss.GammaPositive * (p * ofPositive)) + q;

        TLane r = TLane.WhereLess(margin, p, p - margin, 0.5);
        TLane ofRest = TLane.WhereLess(0, margin, -TLane.Log1P(-r), ofNegative);
        TLane share = TLane.WhereLess(0, margin, q / (q + margin), 1);
        TLane counts = TLane.WhereLess(margin, p, 1 - target, 0);
        TLane negative = counts * TLane.Pow(r, loss.GammaNegative);
        TLane up = p * ((loss.GammaNegative * (q * (ofRest / r))) + share);
        return new((positive * ofPositive) + (negative * ofRest), (negative * up) - (positive * down));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the derived form of two powers falls over the JIT's limit of locals.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(AsymmetricLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane margin = loss.Margin;
        Bernoulli.Costs(prediction, out TLane p, out TLane q, out TLane ofPositive, out TLane ofNegative);
        TLane gamma = loss.GammaPositive;
        TLane positive = target * TLane.Pow(q, gamma);
        TLane down = (gamma * (p * ofPositive)) + q;
        TLane bentDown = p * ((gamma * down) + (q * (1 + (gamma * (1 - ofPositive)))));

        gamma = loss.GammaNegative;
        TLane r = TLane.WhereLess(margin, p, p - margin, 0.5);
        TLane ofRest = TLane.WhereLess(0, margin, -TLane.Log1P(-r), ofNegative);
        TLane share = TLane.WhereLess(0, margin, q / (q + margin), 1);
        TLane counts = TLane.WhereLess(margin, p, 1 - target, 0);
        TLane negative = counts * TLane.Pow(r, gamma);

        // With w = q ofRest / r: w′ = pq/r (share − ofRest − w), share′ = −p share (1 − share), (r^γ)′ = γ pq/r r^γ.
        TLane w = q * (ofRest / r);
        TLane perBase = gamma * (q * (p / r));
        TLane up = p * ((gamma * w) + share);
        TLane bentUp = ((perBase + q) * up)
            + (p * ((perBase * (share - ofRest - w)) - (p * (share * (1 - share)))));
        return new(
            (positive * ofPositive) + (negative * ofRest),
            (negative * up) - (positive * down),
            (positive * bentDown) + (negative * bentUp));
    }
}
