using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The pinball of a prediction that is given by its logarithm, so that it stays positive.</summary>
/// <remarks>
/// With r = eᶻ − t and τ the level:
/// <code>
/// L(z, t)   = max(−τ r, (1 − τ) r)
/// ∂L/∂z     = −τ eᶻ where r &lt; 0, (1 − τ) eᶻ where r > 0, 0 at 0
/// ∂²L/∂z²   = the same
/// </code>
/// CatBoost's LogLinQuantile. Reference: R. Koenker, G. Bassett, "Regression Quantiles", Econometrica 46 (1978) 33–50.
/// </remarks>
/// <param name="level">The share of targets that should lie below the prediction; in (0, 1).</param>
public readonly struct LogQuantileLoss(double level) : IPointwiseLoss<LogQuantileLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LevelCard = new(
        "level", @"\tau", 0.5, new Domain(0, 1, false, false),
        "the share of targets that should lie below the prediction");

    private readonly Parameter _rest = new(@"(1 - \tau)", 1 - level);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-quantile",
        Title = "quantile of the logarithm's exponential",
        Use = "Quantiles of positive targets that span orders of magnitude, when a prediction must stay positive.",
        Avoid = "Low starts: far below the target the slope fades with the prediction. Take quantile on logarithms of "
            + "targets.",
        Reference = "R. Koenker, G. Bassett, Regression Quantiles, 1978, doi:10.2307/1913643",
        Aliases = ["log-linear-quantile"],
        Names = new() { Chinese = "对数线性分位数损失" },
        Translations =
        [
            new("catboost.CatBoostRegressor(loss_function=\"LogLinQuantile:alpha=0.5\")", "log-quantile:level={alpha}"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Target = Domain.NonNegative,
        Link = Link.Log,
        Parameters = [LevelCard],
    };

    /// <summary>The share of targets that should lie below the prediction.</summary>
    public Parameter Level { get; } = LevelCard.Bind(level);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Functional = Functional.Quantile, Level = Level.Value };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane residual = TLane.Exp(prediction) - target;
        return TLane.Max(-(Level * residual), _rest * residual);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: a perfect prediction pulls nowhere.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(LogQuantileLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane mean = TLane.Exp(prediction);
        TLane residual = mean - target;
        TLane pull = TLane.WhereLess(
            residual, 0, -(TLane)loss.Level, TLane.WhereLess(0, residual, loss._rest, residual));
        return new(TLane.Max(-(loss.Level * residual), loss._rest * residual), mean * pull);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(LogQuantileLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, prediction, target);
        return new(dual.Value, dual.Slope, dual.Slope);
    }
}
