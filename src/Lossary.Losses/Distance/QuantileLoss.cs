using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The pinball: under- and overprediction cost in the ratio level : 1 − level, and the quantile costs least.
/// </summary>
/// <remarks>
/// With r = prediction − target and τ the level:
/// <code>
/// L(r)  = max(−τ r, (1 − τ) r)
/// L′(r) = −τ where r &lt; 0, 1 − τ where r > 0, 0 at 0
/// L″(r) = 0
/// </code>
/// Not doubled: at τ = ½ it is half the absolute error. Reference: R. Koenker, G. Bassett, "Regression Quantiles",
/// Econometrica 46 (1978) 33–50.
/// </remarks>
/// <param name="level">The share of targets that should lie below the prediction; in (0, 1).</param>
public readonly struct QuantileLoss(double level) : IDistanceLoss<QuantileLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LevelCard = new(
        "level", @"\tau", 0.5, new Domain(0, 1, false, false),
        "the share of targets that should lie below the prediction");

    private readonly Parameter _rest = new(@"(1 - \tau)", 1 - level);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "quantile",
        Title = "quantile",
        Use = "Regression of a quantile: stock to hold, intervals, costs that differ between too much and too little.",
        Avoid = "The mean is wanted, or levels so far out that hardly a row lies beyond: these few alone set them.",
        Reference = "R. Koenker, G. Bassett, Regression Quantiles, 1978, doi:10.2307/1913643",
        Aliases = ["pinball", "check"],
        Names = new()
        {
            ScikitLearn = "quantile",
            XgBoost = "reg:quantileerror",
            LightGbm = "quantile",
            Chinese = "分位数损失",
        },
        Translations =
        [
            new("sklearn.metrics.mean_pinball_loss(alpha=0.5)", "quantile:level={alpha}"),
            new(
                "sklearn.linear_model.QuantileRegressor(quantile=0.5)",
                "quantile:level={quantile}",
                "an L1 penalty is added"),
            new(
                "sklearn.ensemble.HistGradientBoostingRegressor(loss=\"quantile\", quantile=0.5)",
                "quantile:level={quantile}",
                "quantile has no default there"),
            new("sklearn.ensemble.GradientBoostingRegressor(loss=\"quantile\", alpha=0.9)", "quantile:level={alpha}"),
            new(
                "xgboost.XGBRegressor(objective=\"reg:quantileerror\", quantile_alpha=0.5)",
                "quantile:level={quantile_alpha}",
                "quantile_alpha has no default there, and may be a list"),
            new("lightgbm.LGBMRegressor(objective=\"quantile\", alpha=0.9)", "quantile:level={alpha}"),
            new("catboost.CatBoostRegressor(loss_function=\"Quantile:alpha=0.5\")", "quantile:level={alpha}"),
            new("neuralforecast.losses.pytorch.QuantileLoss(q=0.5)", "quantile:level={q}", "q has no default there"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [LevelCard],
    };

    /// <summary>The share of targets that should lie below the prediction.</summary>
    public Parameter Level { get; } = LevelCard.Bind(level);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        LipschitzConstant = Math.Max(Level.Value, 1 - Level.Value),
        IsSymmetric = Level.Value == 0.5,
        Functional = Functional.Quantile,
        Level = Level.Value,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.Max(-(Level * r), _rest * r);

    /// <inheritdoc/>
    /// <remarks>By hand: cheaper, and a perfect prediction pulls nowhere.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(QuantileLoss loss, TLane r) where TLane : struct, ILane<TLane> =>
        new(loss.Value(r), loss.SlopeAt(r));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(QuantileLoss loss, TLane r) where TLane : struct, ILane<TLane> =>
        new(loss.Value(r), loss.SlopeAt(r), 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLane SlopeAt<TLane>(TLane r) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(r, 0, -(TLane)Level, TLane.WhereLess(0, r, _rest, r));
}
