using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The residual's size to any power from 1: between absolute and squared, or beyond.</summary>
/// <remarks>
/// <code>
/// L(r)  = |r|^p
/// L′(r) = p |r|^(p − 1) sign r
/// L″(r) = p (p − 1) |r|^(p − 2)   for p &lt; 2 it grows without bound towards r = 0; at r = 0 itself 0 is taken
/// </code>
/// p = 1 is the absolute error, p = 2 the squared one; p → ∞ minds the largest error only. Reference: A. B. Forsythe,
/// "Robust Estimation of Straight Line Regression Coefficients by Minimizing pth Power Deviations", Technometrics 14
/// (1972) 159–166.
/// </remarks>
/// <param name="power">p; 1 to 100.</param>
public readonly struct PowerLoss(double power) : IDistanceLoss<PowerLoss>, IDocumentedLoss
{
    private static readonly ParameterCard PowerCard = new(
        "p", "p", 1.5, new Domain(1, 100, true, true), "the power: 1 is the absolute error, 2 the squared");

    private readonly Parameter _less = new("(p - 1)", power - 1);
    private readonly Parameter _twoLess = new("(p - 2)", power - 2);
    private readonly Parameter _product = new("p (p - 1)", power * (power - 1));

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "power",
        Title = "power",
        Use = "Regression between mean and median, p from 1 to 2, or towards the middle of the range, p above 2.",
        Avoid = "Above 2 one gross error rules the fit; below 2 the second derivative has a pole at 0: take "
            + "pseudo-Huber for Newton steps.",
        Reference = "A. B. Forsythe, Robust Estimation of Straight Line Regression Coefficients by Minimizing pth "
            + "Power Deviations, Technometrics 14 (1972) 159–166",
        Aliases = ["lp", "minkowski"],
        Names = new() { Chinese = "Lp 损失" },
        Translations =
        [
            new("catboost.CatBoostRegressor(loss_function=\"Lq:q=2.0\")", "power:p={q}", "q has no default there"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [PowerCard],
    };

    /// <summary>The power.</summary>
    public Parameter P { get; } = PowerCard.Bind(power);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = P.Value > 1,
        StrongConvexity = P.Value == 2 ? 2 : 0,
        Smoothness = IsEven ? int.MaxValue : (int)Math.Ceiling(P.Value) - 1,
        LipschitzConstant = P.Value == 1 ? 1 : double.PositiveInfinity,
        SmoothnessConstant = P.Value == 2 ? 2 : double.PositiveInfinity,
        IsSymmetric = true,
        Functional = P.Value == 1 ? Functional.Median : P.Value == 2 ? Functional.Mean : Functional.Unnamed,
        Kinks = IsEven ? [] : [0],
    };

    private bool IsEven => Math.IEEERemainder(P.Value, 2) == 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.Pow(TLane.Abs(r), P);

    /// <inheritdoc/>
    /// <remarks>By hand: a perfect prediction pulls nowhere, also at p = 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(PowerLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        TLane rest = TLane.Pow(size, loss._less);
        return new(size * rest, loss.P * (rest * Stable.Sign(r)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(PowerLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(r);
        TLane isPole = TLane.WhereLess(loss._twoLess, 0, size, 1);
        TLane bend = TLane.Pow(TLane.WhereAtMost(isPole, 0, 1, size), loss._twoLess);
        TLane rest = TLane.Pow(size, loss._less);
        TLane curvature = TLane.WhereAtMost(isPole, 0, 0, loss._product * bend);
        return new(size * rest, loss.P * (rest * Stable.Sign(r)), curvature);
    }
}
