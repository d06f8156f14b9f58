using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Smooth L1 whose inliers pull more and whose outliers pull no harder than γ.</summary>
/// <remarks>
/// With x = |r|/β, b = exp(γ/α) − 1, so that α ln(1 + b) = γ:
/// <code>
/// L(r)  = β α/b ((1 + b x) ln(1 + b x) − b x) where x &lt; 1, else γ|r| + βC, C = γ/b − α
/// L′(r) = α ln(1 + b x) sign r where x &lt; 1, else γ sign r
/// L″(r) = α b / (β (1 + b x)) where x &lt; 1, else 0
/// </code>
/// The paper has β = 1. Reference: J. Pang, K. Chen, J. Shi, H. Feng, W. Ouyang, D. Lin, "Libra R-CNN: Towards Balanced
/// Learning for Object Detection", CVPR 2019, arXiv:1904.02701.
/// </remarks>
/// <param name="alpha">α, how much inliers pull; positive and finite.</param>
/// <param name="gamma">γ, how hard an outlier pulls; positive and finite.</param>
/// <param name="beta">β, where an outlier begins, in the target's unit; positive and finite.</param>
public readonly struct BalancedL1Loss(double alpha, double gamma, double beta)
    : IDistanceLoss<BalancedL1Loss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.5, Domain.Positive, "how much inliers pull: less is more");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 1.5, Domain.Positive, "how hard an outlier pulls");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.Positive, "where an outlier begins, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _perUnit = new(@"\frac{b}{\beta}", RealFunctions.ExpM1(gamma / alpha) / beta);
    private readonly Parameter _scale = new(
        @"\frac{\alpha \beta}{b}", alpha * beta / RealFunctions.ExpM1(gamma / alpha));
    private readonly Parameter _offset = new(@"\beta C", beta * ((gamma / RealFunctions.ExpM1(gamma / alpha)) - alpha));

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "balanced-l1",
        Title = "balanced L1",
        Use = "Regression of box coordinates, where the many small errors should count as much as the few large ones.",
        Avoid = "Targets of another scale than β: their errors are all inliers, or all outliers. Take Huber with a "
            + "scaled δ.",
        Reference =
            "J. Pang et al., Libra R-CNN: Towards Balanced Learning for Object Detection, 2019, arXiv:1904.02701",
        Names = new() { Chinese = "平衡 L1 损失" },
        Translations =
        [
            new(
                "mmdet.models.losses.BalancedL1Loss(alpha=0.5, gamma=1.5, beta=1.0)",
                "balanced-l1:alpha={alpha},gamma={gamma},beta={beta}",
                "the same where beta is 1; for others it jumps there"),
        ],
        Tasks = LossTask.Regression,
        Parameters = [AlphaCard, GammaCard, BetaCard],
    };

    /// <summary>How much inliers pull.</summary>
    public Parameter Alpha { get; } = AlphaCard.Bind(alpha);

    /// <summary>How hard an outlier pulls.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <summary>Where an outlier begins.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = 1,
        LipschitzConstant = Gamma.Value,
        SmoothnessConstant = Alpha.Value * _perUnit.Value,
        IsSymmetric = true,
        Kinks = [-Beta.Value, Beta.Value],
    };

    /// <inheritdoc/>
    /// <remarks>(1 + y) ln(1 + y) − y is y² − (1 + y)(y − ln(1 + y)), which keeps its digits near 0.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        TLane y = _perUnit * TLane.AtMost(size, Beta);
        TLane inside = typeof(TLane) == typeof(Symbol)
            ? ((1 + y) * TLane.Log1P(y)) - y
            : (y * y) - ((1 + y) * Stable.LessLog1P(y));
        return TLane.WhereLess(size, Beta, _scale * inside, (Gamma * size) + _offset);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the derived form has the cancellation that the value avoids.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(BalancedL1Loss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        TLane pull = TLane.WhereLess(size, loss.Beta, loss.Alpha * TLane.Log1P(loss._perUnit * size), loss.Gamma);
        return new(loss.Value(r), Stable.Sign(r) * pull);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(BalancedL1Loss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, r);
        TLane size = TLane.Abs(r);
        TLane bend = loss.Alpha * (loss._perUnit * (1 / (1 + (loss._perUnit * size))));
        return new(dual.Value, dual.Slope, TLane.WhereLess(size, loss.Beta, bend, 0));
    }
}
