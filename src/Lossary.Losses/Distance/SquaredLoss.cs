using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The square of the residual: its best constant prediction is the mean, and one outlier can move it anywhere.
/// </summary>
/// <remarks>
/// <code>
/// L(r)  = r²
/// L′(r) = 2r
/// L″(r) = 2
/// </code>
/// Twice the half squared loss. Reference: C. F. Gauss, Theoria combinationis observationum, 1823.
/// </remarks>
public readonly struct SquaredLoss : IDistanceLoss<SquaredLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "squared",
        Title = "squared error",
        Use = "Regression with well-behaved noise, where the mean is wanted.",
        Avoid = "Outliers rule it: one error of 10 weighs as a hundred of 1. Huber, or the absolute error, counts "
            + "them less.",
        Reference = "C. F. Gauss, Theoria combinationis observationum erroribus minimis obnoxiae, 1823",
        Aliases = ["mse", "l2", "mean-squared-error"],
        Names = new()
        {
            PyTorch = "MSELoss",
            Keras = "MeanSquaredError",
            ScikitLearn = "squared_error",
            LightGbm = "l2",
            Chinese = "均方误差",
        },
        Translations =
        [
            new("torch.nn.MSELoss()", "squared"),
            new("keras.losses.MeanSquaredError()", "squared"),
            new("optax.squared_error()", "squared"),
            new("sklearn.metrics.mean_squared_error()", "squared"),
            new("neuralforecast.losses.pytorch.MSE()", "squared"),
            new(
                "lightgbm.LGBMRegressor(objective=\"l2\")",
                "squared",
                "its metric l2 is the whole square") { Scale = "1/2" },
        ],
        Tasks = LossTask.Regression | LossTask.Counts,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        IsStrictlyConvex = true,
        StrongConvexity = 2,
        Smoothness = int.MaxValue,
        SmoothnessConstant = 2,
        IsSymmetric = true,
        Functional = Functional.Mean,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => r * r;
}
