using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The absolute error as a share of the target.</summary>
/// <remarks>
/// With r = prediction − target:
/// <code>
/// L       = |r| / max(|target|, ε)
/// ∂L/∂z   = sign r / max(|target|, ε), and 0 at r = 0
/// ∂²L/∂z² = 0
/// </code>
/// A share, not a percentage: Keras multiplies by 100. Libraries differ in ε, and targets near 0 feel it: LightGBM and
/// CatBoost take 1, the default here, so that no target pulls without bound; Keras takes 10⁻⁷, scikit-learn
/// 2.2 · 10⁻¹⁶. Minimised, it forecasts low: underprediction costs 100 % at most. Reference: A. de Myttenaere et al.,
/// "Mean Absolute Percentage Error for Regression Models", Neurocomputing 192 (2016) 38–48.
/// </remarks>
/// <param name="epsilon">The least size a target is taken to have, in the target's unit; positive and finite.</param>
public readonly struct AbsolutePercentageLoss(double epsilon)
    : IPointwiseLoss<AbsolutePercentageLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\varepsilon", 1, Domain.Positive,
        "the least size a target is taken to have, in the target's unit: 1 as LightGBM, 1e-7 as Keras")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "absolute-percentage",
        Title = "absolute percentage error",
        Use = "Forecasts that are judged by it: every other use is better served by the logarithm of the target.",
        Avoid = "Targets come near 0, or sums matter: it forecasts low. absolute on the logarithm, or a quantile, is "
            + "steadier.",
        Reference = "A. de Myttenaere et al., Mean Absolute Percentage Error for Regression Models, 2016, "
            + "doi:10.1016/j.neucom.2015.12.114",
        Aliases = ["mape", "mean-absolute-percentage-error"],
        Names = new()
        {
            Keras = "MeanAbsolutePercentageError",
            ScikitLearn = "mean_absolute_percentage_error",
            LightGbm = "mape",
            Chinese = "平均绝对百分比误差",
        },
        Translations =
        [
            new("keras.losses.MeanAbsolutePercentageError()", "absolute-percentage:epsilon=1e-7") { Scale = "100" },
            new(
                "sklearn.metrics.mean_absolute_percentage_error()",
                "absolute-percentage:epsilon=2.220446049250313e-16"),
            new("lightgbm.LGBMRegressor(objective=\"mape\")", "absolute-percentage:epsilon=1"),
            new("catboost.CatBoostRegressor(loss_function=\"MAPE\")", "absolute-percentage:epsilon=1"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Parameters = [EpsilonCard],
    };

    /// <summary>The least size a target is taken to have.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, LipschitzConstant = 1 / Epsilon.Value };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        TLane.Abs(prediction - target) / TLane.AtLeast(TLane.Abs(target), Epsilon);

    /// <inheritdoc/>
    /// <remarks>By hand: one division, and a perfect prediction pulls nowhere.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(AbsolutePercentageLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        TLane residual = prediction - target;
        TLane size = TLane.AtLeast(TLane.Abs(target), loss.Epsilon);
        return new(TLane.Abs(residual) / size, Stable.Sign(residual) / size);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(AbsolutePercentageLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> dual = Slope(loss, prediction, target);
        return new(dual.Value, dual.Slope, 0);
    }
}
