using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Asymmetric squares: under- and overprediction weigh level and 1 − level, and the expectile costs least.
/// </summary>
/// <remarks>
/// With r = prediction − target, τ the level, and w = τ where r &lt; 0, else 1 − τ:
/// <code>
/// L(r)  = w r²
/// L′(r) = 2 w r
/// L″(r) = 2 w
/// </code>
/// At τ = ½ it is half the squared loss. Reference: W. K. Newey, J. L. Powell, "Asymmetric Least Squares Estimation and
/// Testing", Econometrica 55 (1987) 819–847.
/// </remarks>
/// <param name="level">The weight of underprediction; in (0, 1).</param>
public readonly struct ExpectileLoss(double level) : IDistanceLoss<ExpectileLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LevelCard = new(
        "level", @"\tau", 0.5, new Domain(0, 1, false, false), "the weight of underprediction against overprediction");

    private readonly Parameter _rest = new(@"(1 - \tau)", 1 - level);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "expectile",
        Title = "expectile",
        Use = "Regression where the mean of the upper or lower side is wanted, as in risk measures.",
        Avoid = "A share of cases is to be covered: that is a quantile. Outliers rule it as they do the squared error.",
        Reference = "W. K. Newey, J. L. Powell, Asymmetric Least Squares Estimation and Testing, 1987, "
            + "doi:10.2307/1911031",
        Aliases = ["asymmetric-squared"],
        Names = new() { XgBoost = "reg:expectileerror", Chinese = "期望分位数损失" },
        Translations =
        [
            new("catboost.CatBoostRegressor(loss_function=\"Expectile:alpha=0.5\")", "expectile:level={alpha}"),
            new(
                "xgboost.XGBRegressor(objective=\"reg:expectileerror\", expectile_alpha=0.5)",
                "expectile:level={expectile_alpha}",
                "expectile_alpha has no default there, and may be a list"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [LevelCard],
    };

    /// <summary>The weight of underprediction.</summary>
    public Parameter Level { get; } = LevelCard.Bind(level);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        StrongConvexity = 2 * Math.Min(Level.Value, 1 - Level.Value),
        Smoothness = Level.Value == 0.5 ? int.MaxValue : 1,
        SmoothnessConstant = 2 * Math.Max(Level.Value, 1 - Level.Value),
        IsSymmetric = Level.Value == 0.5,
        Functional = Functional.Expectile,
        Level = Level.Value,
        Kinks = Level.Value == 0.5 ? [] : [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(r, 0, Level, _rest) * (r * r);

    /// <inheritdoc/>
    /// <remarks>By hand: one select serves the value and both derivatives.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ExpectileLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane weight = TLane.WhereLess(r, 0, loss.Level, loss._rest);
        return new(weight * (r * r), 2 * (weight * r));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(ExpectileLoss loss, TLane r) where TLane : struct, ILane<TLane>
    {
        TLane weight = TLane.WhereLess(r, 0, loss.Level, loss._rest);
        return new(weight * (r * r), 2 * (weight * r), 2 * weight);
    }
}
