using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>½r² near 0, c|r| far out, bending over slowly between: smooth, convex, and never steeper than c.</summary>
/// <remarks>
/// With u = |r|/c:
/// <code>
/// L(r)  = c² (u − ln(1 + u))
/// L′(r) = r / (1 + u)
/// L″(r) = 1 / (1 + u)²
/// </code>
/// At c = 1.3998 residual scales it is 95 % efficient on Gaussian noise; 1 is LightGBM's default. Reference: R. C.
/// Fair, "On the Robust Estimation of Econometric Models", Annals of Economic and Social Measurement 3 (1974) 667–677.
/// </remarks>
/// <param name="c">Where an outlier begins, in the target's unit; positive and finite.</param>
public readonly struct FairLoss(double c) : IDistanceLoss<FairLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "c", "c", 1, Domain.Positive, "where an outlier begins, in the target's unit")
    {
        UnitPower = 1,
    };

    private readonly Parameter _inverse = new("c^{-1}", 1 / c);
    private readonly Parameter _square = new("c^2", c * c);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "fair",
        Title = "Fair",
        Use = "Regression with outliers that should still pull, but ever less beyond their scale, by a booster.",
        Avoid = "Gross errors far out still pull with almost the force c: forget them with Cauchy or Tukey. c has the "
            + "target's unit.",
        Reference = "R. C. Fair, On the Robust Estimation of Econometric Models, Annals of Economic and Social "
            + "Measurement 3 (1974) 667–677",
        Names = new() { LightGbm = "fair", Chinese = "Fair 损失" },
        Translations =
        [
            new("lightgbm.LGBMRegressor(objective=\"fair\", fair_c=1.0)", "fair:c={fair_c}"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [ScaleCard],
    };

    /// <summary>Where an outlier begins.</summary>
    public Parameter C { get; } = ScaleCard.Bind(c);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        Smoothness = 2,
        LipschitzConstant = C.Value,
        SmoothnessConstant = 1,
        IsSymmetric = true,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> =>
        _square * Stable.LessLog1P(_inverse * TLane.Abs(r));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(FairLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        return new(loss._square * Stable.LessLog1P(u), r / (1 + u));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(FairLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane u = loss._inverse * TLane.Abs(r);
        TLane weight = 1 / (1 + u);
        return new(loss._square * Stable.LessLog1P(u), r * weight, weight * weight);
    }
}
