using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The root of the mean squared residual of a whole batch, in the target's own unit.</summary>
/// <remarks>
/// <code>
/// L = √(Σᵢ (pᵢ − tᵢ)² / n)        ∂L/∂pᵢ = (pᵢ − tᵢ) / (n L), and 0 where L = 0
/// </code>
/// A mean over batches is not the root of the whole: do not average it. Reference: R. J. Hyndman and A. B. Koehler,
/// "Another Look at Measures of Forecast Accuracy", International Journal of Forecasting 22 (2006),
/// doi:10.1016/j.ijforecast.2006.03.001.
/// </remarks>
public readonly struct RootMeanSquaredLoss : IGraphLoss<RootMeanSquaredLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "root-mean-squared",
        Title = "root mean squared error",
        Use = "Regression judged in the target's own unit, trained on the whole batch at once.",
        Avoid = "Training in batches: the mean of roots is not the root of the mean. squared has the same minimum and "
            + "adds up.",
        Reference = "R. J. Hyndman, A. B. Koehler, Another Look at Measures of Forecast Accuracy, 2006, "
            + "doi:10.1016/j.ijforecast.2006.03.001",
        Latex = @"\sqrt{\frac{1}{n} \sum_i (p_i - t_i)^2}",
        Aliases = ["rmse"],
        Names = new() { Chinese = "均方根误差" },
        Translations =
        [
            new("sklearn.metrics.root_mean_squared_error()", "root-mean-squared"),
            new("keras.metrics.RootMeanSquaredError()", "root-mean-squared", "a metric, over all batches of an epoch"),
            new("neuralforecast.losses.pytorch.RMSE()", "root-mean-squared"),
        ],
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => MomentInputs.Pair;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> squared = tape.Square(tape.Subtract(inputs["prediction"], inputs["target"]));
        return new(tape.SqrtOrZero(tape.Mean(squared)));
    }
}
