using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The squared difference of logarithms: relative errors count, and a large target counts no more than a small.
/// </summary>
/// <remarks>
/// With q = ln(1 + prediction) − ln(1 + target):
/// <code>
/// L       = q²
/// ∂L/∂z   = 2q / (1 + z)
/// ∂²L/∂z² = 2 (1 − q) / (1 + z)²
/// </code>
/// Not convex where the prediction is far above the target. XGBoost halves it. To train on the logarithm of the target
/// with the squared loss is the convex way to nearly the same. Reference: C. Tofallis, "A Better Measure of Relative
/// Prediction Accuracy for Model Selection and Model Estimation", JORS 66 (2015) 1352–1362.
/// </remarks>
public readonly struct SquaredLogLoss : IPointwiseLoss<SquaredLogLoss>, IDocumentedLoss
{
    private static readonly Domain AboveMinusOne = new(-1, double.PositiveInfinity, false, false);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "squared-log",
        Title = "squared logarithmic error",
        Use = "Regression of targets that span orders of magnitude, from predictions that stay above −1.",
        Avoid = "Predictions may reach −1, or lie far above the targets, where it is not convex: log-normal works on "
            + "the logarithm itself.",
        Reference = "C. Tofallis, A Better Measure of Relative Prediction Accuracy, 2015, doi:10.1057/jors.2014.103",
        Aliases = ["msle", "mean-squared-logarithmic-error", "squared-log-error"],
        Names = new()
        {
            Keras = "MeanSquaredLogarithmicError",
            ScikitLearn = "mean_squared_log_error",
            XgBoost = "reg:squaredlogerror",
            Chinese = "均方对数误差",
        },
        Translations =
        [
            new(
                "keras.losses.MeanSquaredLogarithmicError()",
                "squared-log",
                "predictions and targets below 1e-7 are lifted to it"),
            new("sklearn.metrics.mean_squared_log_error()", "squared-log"),
            new(
                "xgboost.XGBRegressor(objective=\"reg:squaredlogerror\")",
                "squared-log",
                "the second derivative is at least 1e-6") { Scale = "1/2" },
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
        Target = AboveMinusOne,
        Prediction = AboveMinusOne,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane difference = TLane.Log1P(prediction) - TLane.Log1P(target);
        return difference * difference;
    }
}
