using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Half the square of the residual, so that its gradient is the residual itself.</summary>
/// <remarks>
/// <code>
/// L(r)  = ½ r²
/// L′(r) = r
/// L″(r) = 1
/// </code>
/// It trains as the squared loss does at half the step. Reference: C. F. Gauss, Theoria combinationis observationum,
/// 1823; see S. M. Stigler, "Gauss and the Invention of Least Squares", Annals of Statistics 9 (1981) 465–474.
/// </remarks>
public readonly struct HalfSquaredLoss : IDistanceLoss<HalfSquaredLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "half-squared",
        Title = "half squared error",
        Use = "As the squared error, where the gradient should be the residual: boosting, or to match other libraries.",
        Avoid = "Outliers rule it, as they do the squared error: huber counts them less.",
        Reference = "S. M. Stigler, Gauss and the Invention of Least Squares, 1981, doi:10.1214/aos/1176345451",
        Aliases = ["l2-half", "half-mse"],
        Names = new()
        {
            XgBoost = "reg:squarederror",
            LightGbm = "regression",
            Chinese = "半平方误差",
        },
        Translations =
        [
            new("optax.l2_loss()", "half-squared"),
            new("sklearn.ensemble.HistGradientBoostingRegressor(loss=\"squared_error\")", "half-squared"),
            new(
                "sklearn.linear_model.SGDRegressor(loss=\"squared_error\")",
                "half-squared",
                "a penalty on the weights is added"),
            new("xgboost.XGBRegressor(objective=\"reg:squarederror\")", "half-squared"),
            new(
                "lightgbm.LGBMRegressor(objective=\"regression\")",
                "half-squared",
                "its metric l2 is the whole square"),
            new(
                "catboost.CatBoostRegressor(loss_function=\"RMSE\")",
                "half-squared",
                "what it reports is the root of the mean of r²"),
            new(
                "sklearn.linear_model.TweedieRegressor()",
                "half-squared",
                "its default power, 0; a penalty on the weights is added"),
            new(
                "sklearn.linear_model.TweedieRegressor(power=0.0)",
                "half-squared",
                "a penalty on the weights is added") { Fixed = ["power"] },
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        StrongConvexity = 1,
        Smoothness = int.MaxValue,
        SmoothnessConstant = 1,
        IsSymmetric = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => 0.5 * (r * r);
}
