using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>CAGrad: the best step for the worst task within a ball around the mean gradient.</summary>
/// <remarks>
/// <code>
/// w = argmin over the simplex of g_w · g₀ + c ‖g₀‖ ‖g_w‖        step along g₀ + c ‖g₀‖ g_w / ‖g_w‖
/// </code>
/// with g₀ the mean gradient, scaled by 1/(1 + c²) as the authors do. Exponentiated steps on the T × T products.
/// Reference: B. Liu, X. Liu, X. Jin, P. Stone, Q. Liu, Conflict-Averse Gradient Descent for Multi-task Learning, 2021,
/// arXiv:2110.14048.
/// </remarks>
/// <param name="c">The ball's radius in lengths of the mean gradient: 0 is the mean, 1 and above lean to MGDA.</param>
/// <param name="iterations">How many steps.</param>
public sealed class ConflictAverseWeights(double c = 0.5, int iterations = 2000) : ITaskWeighting
{
    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        double[] mean = new double[tasks], logs = new double[tasks], slopes = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            mean[i] = TensorPrimitives.Average(state.Products.Slice(i * tasks, tasks));
        }

        double length = Math.Sqrt(Math.Max(0, mean.Average()));
        double scale = Math.Max(1e-300, state.Products.ToArray().Max(Math.Abs));
        weights.Fill(1.0 / tasks);
        double norm = length;
        for (int step = 0; step < iterations; step++)
        {
            norm = Norm(state.Products, weights, slopes);
            for (int i = 0; i < tasks; i++)
            {
                double slope = mean[i] + (norm > 0 ? c * length * slopes[i] / norm : 0);
                logs[i] -= slope / scale / Math.Sqrt(1 + step);
            }

            TaskChecks.Softmax(logs, 1, weights);
        }

        norm = Norm(state.Products, weights, slopes);
        double factor = norm > 0 ? c * length / norm : 0;
        for (int i = 0; i < tasks; i++)
        {
            weights[i] = ((1.0 / tasks) + (factor * weights[i])) / (1 + (c * c));
        }
    }

    /// <summary>‖g_w‖, and g_w's product with each gradient.</summary>
    private static double Norm(ReadOnlySpan<double> products, Span<double> weights, double[] slopes)
    {
        int tasks = slopes.Length;
        double square = 0;
        for (int i = 0; i < tasks; i++)
        {
            slopes[i] = TensorPrimitives.Dot(products.Slice(i * tasks, tasks), weights);
            square += weights[i] * slopes[i];
        }

        return Math.Sqrt(Math.Max(0, square));
    }
}
