using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>Aligned-MTL: gradients are replaced by the nearest ones that are orthogonal and equally long.</summary>
/// <remarks>
/// With the products of the gradients K = V Λ Vᵀ and the least λ that is not 0,
/// <code>
/// w = √λ V Λ^(−½) Vᵀ p        p the preferences, 1/T each if none are given
/// </code>
/// Directions along which the gradients depend on one another are left out. Gradients without a conflict and of one
/// length are left as they are. Reference: D. Senushkin, N. Patakin, A. Kuznetsov, A. Konushin, Independent Component
/// Alignment for Multi-Task Learning, 2023, arXiv:2305.19000.
/// </remarks>
/// <param name="preferences">Shape [tasks]; how much each task counts. None counts all alike, with a sum of 1.</param>
public sealed class AlignedWeights(params double[] preferences) : ITaskWeighting
{
    private readonly double[] _preferences = [.. preferences];

    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        double[] preferences = _preferences;
        if (preferences.Length == 0)
        {
            preferences = [.. Enumerable.Repeat(1.0 / tasks, tasks)];
        }

        TaskChecks.Length(preferences.Length, tasks, nameof(preferences));
        double[] values = state.Products.ToArray(), vectors = new double[tasks * tasks];
        SymmetricEigen.Solve(values, vectors, tasks);
        double least = double.PositiveInfinity, largest = 0;
        for (int k = 0; k < tasks; k++)
        {
            largest = Math.Max(largest, values[(k * tasks) + k]);
        }

        double floor = largest * tasks * 1e-12;
        weights.Clear();
        for (int k = 0; k < tasks; k++)
        {
            double value = values[(k * tasks) + k];
            if (value > floor)
            {
                ReadOnlySpan<double> vector = vectors.AsSpan(k * tasks, tasks);
                double share = TensorPrimitives.Dot(vector, preferences) / Math.Sqrt(value);
                TensorPrimitives.MultiplyAdd(vector, share, weights, weights);
                least = Math.Min(least, value);
            }
        }

        TensorPrimitives.Multiply(weights, double.IsInfinity(least) ? 0 : Math.Sqrt(least), weights);
    }
}
