using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>MGDA: the shortest of all mixtures of the gradients, along which no task gets worse.</summary>
/// <remarks>
/// <code>
/// w = argmin over the simplex of ‖Σ wᵢ gᵢ‖²        by Frank–Wolfe steps on the T × T products
/// </code>
/// Reference: O. Sener, V. Koltun, Multi-Task Learning as Multi-Objective Optimization, 2018, arXiv:1810.04650.
/// </remarks>
/// <param name="iterations">How many steps at most; it stops where none gains.</param>
public sealed class MinimumNormWeights(int iterations = 500) : ITaskWeighting
{
    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        weights.Fill(1.0 / tasks);
        double[] slopes = new double[tasks];
        for (int step = 0; step < iterations; step++)
        {
            double norm = 0;
            for (int i = 0; i < tasks; i++)
            {
                slopes[i] = TensorPrimitives.Dot(state.Products.Slice(i * tasks, tasks), weights);
                norm += weights[i] * slopes[i];
            }

            if (!Step(state.Products, slopes, norm, weights))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Moves weight from the worst task that has some to the best one; false where that gains nothing.
    /// </summary>
    private static bool Step(ReadOnlySpan<double> products, double[] slopes, double norm, Span<double> weights)
    {
        int tasks = slopes.Length, to = Array.IndexOf(slopes, slopes.Min()), from = -1;
        for (int i = 0; i < tasks; i++)
        {
            from = weights[i] > 0 && (from < 0 || slopes[i] > slopes[from]) ? i : from;
        }

        double gain = slopes[from] - slopes[to];
        double bend = products[(from * tasks) + from]
            + products[(to * tasks) + to] - (2 * products[(from * tasks) + to]);
        if (!(gain > 1e-14 * (1 + norm)) || !(bend > 0))
        {
            return false;
        }

        double amount = Math.Min(weights[from], gain / bend);
        weights[from] -= amount;
        weights[to] += amount;
        return true;
    }
}
