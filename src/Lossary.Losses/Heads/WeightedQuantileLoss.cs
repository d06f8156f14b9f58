using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Twice the mean pinball loss of several quantiles, in units of the targets: forecasts of any scale compare.
/// </summary>
/// <remarks>
/// <code>
/// L = 2 Σᵢ (1/k) Σₖ max(τₖ (tᵢ − qᵢₖ), (τₖ − 1) (tᵢ − qᵢₖ)) / Σᵢ |tᵢ|
/// </code>
/// A batch weighs Σ |tᵢ|, so that totals of batches add up to the loss of the whole; one whose targets are all 0 weighs
/// nothing. At the median alone it is Σ |t − q| / Σ |t|, the weighted absolute percentage error. Reference: D. Salinas,
/// V. Flunkert, J. Gasthaus, T. Januschowski, "DeepAR: Probabilistic Forecasting with Autoregressive Recurrent
/// Networks", 2017, arXiv:1704.04110.
/// </remarks>
public readonly struct WeightedQuantileLoss : IGraphLoss<WeightedQuantileLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "weighted-quantile",
        Title = "weighted quantiles (wQL)",
        Use = "Forecasting many series by quantiles, judged by error in proportion to what came.",
        Avoid = "Targets may all be 0, or batches are small: their sum then scales each step. Take multi-quantile.",
        Reference = "D. Salinas, V. Flunkert, J. Gasthaus, T. Januschowski, DeepAR: Probabilistic Forecasting with "
            + "Autoregressive Recurrent Networks, 2017, arXiv:1704.04110",
        Latex = @"\frac{2}{\sum_i |t_i|} \sum_i \frac{1}{k} \sum_k "
            + @"\max(\tau_k (t_i - q_{ik}), (\tau_k - 1) (t_i - q_{ik}))",
        Aliases = ["wql", "mean-weighted-quantile"],
        Names = new() { Chinese = "加权分位数损失" },
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => MultiQuantileLoss.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> costs = default(MultiQuantileLoss).Terms(tape, inputs).Values;
        double size = 0;
        foreach (T target in inputs["target"].Values)
        {
            size += Math.Abs(double.CreateTruncating(target));
        }

        Tensor<T> value = tape.Scale(tape.Sum(costs), size == 0 ? 0 : 2 / size);
        Tensor<T> weight = tape.Rent(value.Shape);
        weight.Values.Fill(T.CreateTruncating(size));
        return new(value, weight);
    }
}
