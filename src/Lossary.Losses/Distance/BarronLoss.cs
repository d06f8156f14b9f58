using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// One family for all robust losses: its shape α runs from squares (2) to ever firmer neglect of outliers.
/// </summary>
/// <remarks>
/// With u = r/c and b = |α − 2|:
/// <code>
/// L(r)  = b/α ((u²/b + 1)^(α/2) − 1)       ½u² at α = 2, ln(½u² + 1) at 0, 1 − e^(−½u²) at −∞
/// L′(r) = u/c (u²/b + 1)^(α/2 − 1)
/// </code>
/// α = 2 half squared, 1 pseudo-Huber, 0 Cauchy, −2 Geman–McClure, −∞ Welsch, all of r/c. The power is taken as
/// expm1(½α ln(1 + u²/b)), stable near each of the singular α; at them their own formula is taken. Reference:
/// J. T. Barron, "A General and Adaptive Robust Loss Function", CVPR 2019.
/// </remarks>
/// <param name="alpha">The shape; −∞ to below ∞.</param>
/// <param name="c">The scale of inliers, in the target's unit; positive and finite.</param>
public readonly struct BarronLoss(double alpha, double c) : IDistanceLoss<BarronLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ShapeCard = new(
        "alpha", @"\alpha", 1, new Domain(double.NegativeInfinity, double.PositiveInfinity, true, false),
        "the shape: 2 squares, 1 a smooth absolute error, 0 Cauchy, -2 Geman-McClure, -inf Welsch");

    private static readonly ParameterCard ScaleCard = new(
        "c", "c", 1, Domain.Positive, "the scale of inliers, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new("c^{-1}", 1 / c);

    /// <summary>b; 1 at the shapes that do not need it, so that nothing infinite comes near them.</summary>
    private readonly Parameter _b = new(@"|\alpha - 2|", Gap(alpha));

    private readonly Parameter _inverseRoot = new(@"|\alpha - 2|^{-1/2}", 1 / Math.Sqrt(Gap(alpha)));
    private readonly Parameter _half = new(@"\frac{\alpha}{2}", double.IsNegativeInfinity(alpha) ? 0 : alpha / 2);
    private readonly Parameter _halfLessOne =
        new(@"\left(\frac{\alpha}{2} - 1\right)", double.IsNegativeInfinity(alpha) ? 0 : (alpha / 2) - 1);

    private readonly Parameter _factor =
        new(@"\frac{|\alpha - 2|}{\alpha}", double.IsNegativeInfinity(alpha) ? -1 : Gap(alpha) / alpha);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "barron",
        Title = "Barron's general robust loss",
        Use = "Regression whose outliers call for a robustness that is still to be found: search over alpha.",
        Avoid = "The kind of outliers is known: a loss of one shape is simpler, and below alpha = 1 this one is not "
            + "convex.",
        Reference = "J. T. Barron, A General and Adaptive Robust Loss Function, 2019, doi:10.1109/CVPR.2019.00446",
        Aliases = ["general-robust"],
        Names = new() { Chinese = "通用自适应鲁棒损失" },
        Translations =
        [
            new(
                "robust_loss_pytorch.general.lossfun(alpha=1.0, scale=1.0)",
                "barron:alpha={alpha},c={scale}",
                "alpha and scale have no defaults there"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [ShapeCard, ScaleCard],
    };

    /// <summary>The shape.</summary>
    public Parameter Alpha { get; } = ShapeCard.Bind(alpha);

    /// <summary>The scale of inliers.</summary>
    public Parameter C { get; } = ScaleCard.Bind(c);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = Alpha.Value >= 1,
        IsStrictlyConvex = Alpha.Value >= 1,
        StrongConvexity = Alpha.Value >= 2 ? 1 / (C.Value * C.Value) : 0,
        Smoothness = int.MaxValue,
        LipschitzConstant = LargestSlope() / C.Value,
        SmoothnessConstant = Alpha.Value <= 2 ? 1 / (C.Value * C.Value) : double.PositiveInfinity,
        IsBounded = Alpha.Value < 0,
        IsRedescending = Alpha.Value < 1,
        IsSymmetric = true,
        Functional = Alpha.Value == 2 ? Functional.Mean : Functional.Unnamed,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = _inverse * TLane.Abs(r);
        if (typeof(TLane) == typeof(Symbol))
        {
            return _factor * (TLane.Pow((u * u / _b) + 1, _half) - 1);
        }

        return OfLogarithm(u, Stable.Log1POfSquare(_inverseRoot * u));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: below α = 0 the derived slope would take a small power as 1 less almost 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(BarronLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane log = Stable.Log1POfSquare(loss._inverseRoot * u);
        TLane weight = loss.Weight(u, log);
        return new(loss.OfLogarithm(u, log), loss._inverse * (loss._inverse * (r * weight)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(BarronLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane v = loss._inverseRoot * u;
        TLane log = Stable.Log1POfSquare(v);
        TLane inverse = loss._inverse;
        TLane weight = loss.Weight(u, log);

        // w + u dw/du, with v²/(1 + v²) so that an infinite v² gives 1; at −∞, 1 − u², kept where w is 0 anyway.
        TLane share = 1 / (1 + (1 / (v * v)));
        TLane bent = 1 + (2 * (loss._halfLessOne * share));
        bent = TLane.WhereAtMost(loss.Alpha, double.NegativeInfinity, 1 - TLane.AtMost(u * u, 3000), bent);
        TLane slope = inverse * (inverse * (r * weight));
        return new(loss.OfLogarithm(u, log), slope, inverse * (inverse * (weight * bent)));
    }

    private static double Gap(double alpha) => alpha == 2 || double.IsInfinity(alpha) ? 1 : Math.Abs(alpha - 2);

    /// <summary>L by u and ln(1 + u²/b). The selects go by α alone: each lane takes the same side throughout.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane OfLogarithm<TLane>(TLane u, TLane log) where TLane : struct, ILane<TLane>
    {
        TLane halfSquare = 0.5 * (u * u);
        TLane alpha = Alpha;
        TLane exponent = TLane.WhereAtMost(alpha, double.NegativeInfinity, -halfSquare, _half * log);
        TLane value = _factor * TLane.ExpM1(exponent);
        value = TLane.WhereAtMost(TLane.Abs(alpha), 0, log, value);
        return TLane.WhereAtMost(TLane.Abs(alpha - 2), 0, halfSquare, value);
    }

    /// <summary>(u²/b + 1)^(α/2 − 1), by which an outlier counts less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Weight<TLane>(TLane u, TLane log) where TLane : struct, ILane<TLane> =>
        TLane.Exp(TLane.WhereAtMost(Alpha, double.NegativeInfinity, -0.5 * (u * u), _halfLessOne * log));

    /// <summary>The largest slope at c = 1: where the curvature is 0, u²/b = 1/(1 − α).</summary>
    private double LargestSlope()
    {
        double alpha = Alpha.Value;
        return alpha > 1 ? double.PositiveInfinity
            : alpha == 1 ? 1
            : double.IsNegativeInfinity(alpha) ? Math.Exp(-0.5)
            : Math.Sqrt((2 - alpha) / (1 - alpha)) * Math.Pow((2 - alpha) / (1 - alpha), (alpha / 2) - 1);
    }
}
