using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>
/// UPGrad: each gradient is replaced by the nearest one along which no task gets worse; then their mean.
/// </summary>
/// <remarks>
/// With K the products of the gradients and eᵢ the share 1/T of task i alone, the weights of its projection are
/// <code>
/// vᵢ = argmin of vᵀKv over all v ≥ eᵢ        w = Σ vᵢ
/// </code>
/// by steps along one number at a time, each to its best. Gradients without a conflict are left as they are. Reference:
/// P. Quinton, V. Rey, Jacobian Descent for Multi-Objective Optimization, 2024, arXiv:2406.16232.
/// </remarks>
/// <param name="iterations">How many rounds at most for each task; it stops where nothing moves.</param>
public sealed class ConflictFreeWeights(int iterations = 10_000) : ITaskWeighting
{
    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        weights.Clear();
        double[] own = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            Array.Clear(own);
            own[i] = 1.0 / tasks;
            LowerBounds.Minimise(state.Products, own, iterations, isFirstFree: true);
            TensorPrimitives.Add<double>(weights, own, weights);
        }
    }
}
