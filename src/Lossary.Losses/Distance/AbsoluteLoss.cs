using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The size of the residual: every sample pulls with the same force, and the best constant is the median.
/// </summary>
/// <remarks>
/// <code>
/// L(r)  = |r|
/// L′(r) = sign r, and 0 at 0
/// L″(r) = 0
/// </code>
/// Boosting needs a majoriser in place of its second derivative, which is 0. Reference: G. Bassett, R. Koenker,
/// "Asymptotic Theory of Least Absolute Error Regression", JASA 73 (1978) 618–622.
/// </remarks>
public readonly struct AbsoluteLoss : IDistanceLoss<AbsoluteLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "absolute",
        Title = "absolute error",
        Use = "Regression where the median is wanted, or outliers should not rule.",
        Avoid = "The mean is wanted, as of costs that are summed: it gives the median. Its kink slows the last steps "
            + "of training.",
        Reference = "G. Bassett, R. Koenker, Asymptotic Theory of Least Absolute Error Regression, 1978, "
            + "doi:10.1080/01621459.1978.10480065",
        Aliases = ["mae", "l1", "mean-absolute-error"],
        Names = new()
        {
            PyTorch = "L1Loss",
            Keras = "MeanAbsoluteError",
            ScikitLearn = "absolute_error",
            XgBoost = "reg:absoluteerror",
            LightGbm = "l1",
            Chinese = "平均绝对误差",
        },
        Translations =
        [
            new("torch.nn.L1Loss()", "absolute"),
            new("keras.losses.MeanAbsoluteError()", "absolute"),
            new("sklearn.metrics.mean_absolute_error()", "absolute"),
            new(
                "sklearn.ensemble.HistGradientBoostingRegressor(loss=\"absolute_error\")",
                "absolute",
                "leaves are set to medians afterwards"),
            new(
                "xgboost.XGBRegressor(objective=\"reg:absoluteerror\")",
                "absolute",
                "leaves are set to medians afterwards"),
            new(
                "lightgbm.LGBMRegressor(objective=\"regression_l1\")",
                "absolute",
                "leaves are set to medians afterwards"),
            new("catboost.CatBoostRegressor(loss_function=\"MAE\")", "absolute"),
            new("neuralforecast.losses.pytorch.MAE()", "absolute"),
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        LipschitzConstant = 1,
        IsSymmetric = true,
        Functional = Functional.Median,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.Abs(r);

    /// <inheritdoc/>
    /// <remarks>By hand: a perfect prediction shall pull nowhere, the dual of |r| takes the right side's 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(AbsoluteLoss loss, TLane r) where TLane : struct, ILane<TLane> =>
        new(TLane.Abs(r), Stable.Sign(r));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(AbsoluteLoss loss, TLane r) where TLane : struct, ILane<TLane> =>
        new(TLane.Abs(r), Stable.Sign(r), 0);
}
