using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A Huber loss without the seam: quadratic near 0, linear far out, infinitely often differentiable.</summary>
/// <remarks>
/// With s = √(1 + (r/δ)²):
/// <code>
/// L(r)  = δ² (s − 1)             computed as δ|r| (|r|/δ) / (1 + s), which keeps the digits near 0
/// L′(r) = r / s
/// L″(r) = 1 / s³
/// </code>
/// <see cref="CharbonnierLoss"/> is this for δ = ε, divided by δ. Reference: P. Charbonnier et al., "Deterministic
/// Edge-Preserving Regularization in Computed Imaging", IEEE Transactions on Image Processing 6 (1997) 298–311.
/// </remarks>
/// <param name="delta">Where quadratic turns linear, in the target's unit; positive and finite.</param>
public readonly struct PseudoHuberLoss(double delta) : IDistanceLoss<PseudoHuberLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DeltaCard = new(
        "delta", @"\delta", 1, Domain.Positive, "where quadratic turns linear, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new(@"\delta^{-1}", 1 / delta);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pseudo-huber",
        Title = "pseudo-Huber",
        Use = "As Huber, for methods that want a second derivative everywhere.",
        Avoid = "Gross errors far out still pull with full force δ: Cauchy or Welsch forget them.",
        Reference = "P. Charbonnier et al., Deterministic Edge-Preserving Regularization in Computed Imaging, 1997, "
            + "doi:10.1109/83.551699",
        Names = new() { XgBoost = "reg:pseudohubererror", Chinese = "伪 Huber 损失" },
        Translations =
        [
            new(
                "xgboost.XGBRegressor(objective=\"reg:pseudohubererror\", huber_slope=1.0)",
                "pseudo-huber:delta={huber_slope}"),
            new("scipy.special.pseudo_huber(delta=1.0)", "pseudo-huber:delta={delta}", "takes delta and the residual"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [DeltaCard],
    };

    /// <summary>Where quadratic turns linear.</summary>
    public Parameter Delta { get; } = DeltaCard.Bind(delta);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = int.MaxValue,
        LipschitzConstant = Delta.Value,
        SmoothnessConstant = 1,
        IsSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = _inverse * TLane.Abs(r);
        return Value(r, u, Stable.RootOfOnePlusSquare(u));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(PseudoHuberLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane s = Stable.RootOfOnePlusSquare(u);
        return new(loss.Value(r, u, s), r / s);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(PseudoHuberLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane s = Stable.RootOfOnePlusSquare(u);
        TLane inverse = 1 / s;
        return new(loss.Value(r, u, s), r / s, inverse * inverse * inverse);
    }

    /// <summary>The quotient, at most 1, is taken first: r² would overflow where L is finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane Value<TLane>(TLane r, TLane u, TLane s) where TLane : struct, ILane<TLane> =>
        Delta * TLane.Abs(r) * (u / (1 + s));
}
