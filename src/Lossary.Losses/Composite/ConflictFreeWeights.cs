using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>UPGrad: each gradient is replaced by the nearest one along which no task gets worse; then their mean.</summary>
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
            Project(state.Products, own, i);
            TensorPrimitives.Add<double>(weights, own, weights);
        }
    }

    private void Project(ReadOnlySpan<double> products, double[] own, int task)
    {
        int tasks = own.Length;
        Array.Clear(own);
        own[task] = 1.0 / tasks;
        bool moves = true;
        for (int round = 0; round < iterations && moves; round++)
        {
            moves = false;
            for (int j = 0; j < tasks; j++)
            {
                double square = products[(j * tasks) + j], kept = own[j];
                if (square > 0)
                {
                    double rest = TensorPrimitives.Dot<double>(own, products.Slice(j * tasks, tasks)) - (square * kept);
                    own[j] = Math.Max(j == task ? 1.0 / tasks : 0, -rest / square);
                    moves |= Math.Abs(own[j] - kept) > 1e-13 * own[j];
                }
            }
        }
    }
}
