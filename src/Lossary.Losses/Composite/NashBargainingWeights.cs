using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Nash-MTL: the step that the tasks would agree on by bargaining; the same whatever a loss is multiplied by.
/// </summary>
/// <remarks>
/// With K the products of the gradients over their Frobenius norm, the weights solve
/// <code>
/// (K w)ᵢ = 1 / wᵢ        the least of ½ wᵀKw − Σ ln wᵢ, by damped Newton steps
/// </code>
/// There are no such weights where no step makes all tasks better; 10⁻⁸ on the diagonal of the cosines keeps them
/// finite then. Reference: A. Navon, A. Shamsian, I. Achituve, H. Maron, K. Kawaguchi, G. Chechik, E. Fetaya,
/// Multi-Task Learning as a Bargaining Game, 2022, arXiv:2202.01017.
/// </remarks>
public sealed class NashBargainingWeights : ITaskWeighting
{
    private const double Damping = 1e-8;
    private const int MostSteps = 200;

    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        double norm = TensorPrimitives.Norm(state.Products);
        if (!(norm > 0) || !double.IsFinite(norm))
        {
            weights.Fill(1);
            return;
        }

        double[] cosines = CosinesOf(state.Products, tasks);
        weights.Fill(1 / Math.Sqrt(tasks));
        Solve(cosines, weights);
        for (int i = 0; i < tasks; i++)
        {
            double square = state.Products[(i * tasks) + i];
            weights[i] *= square > 0 ? Math.Sqrt(norm / square) : 1 / weights[i];
        }
    }

    /// <summary>
    /// The products of the gradients over their lengths, and the damping: so units are all one to it.
    /// </summary>
    private static double[] CosinesOf(ReadOnlySpan<double> products, int tasks)
    {
        double[] cosines = new double[tasks * tasks];
        for (int i = 0; i < tasks; i++)
        {
            for (int j = 0; j < tasks; j++)
            {
                double lengths = Math.Sqrt(products[(i * tasks) + i]) * Math.Sqrt(products[(j * tasks) + j]);
                cosines[(i * tasks) + j] = i == j ? 1 + Damping : lengths > 0 ? products[(i * tasks) + j] / lengths : 0;
            }
        }

        return cosines;
    }

    private static void Solve(double[] cosines, Span<double> weights)
    {
        double[] step = new double[weights.Length];
        double decrement = double.PositiveInfinity;
        for (int count = 0; count < MostSteps && decrement > 1e-14; count++)
        {
            decrement = NewtonStep(cosines, weights, step);

            // The function is self-concordant: so damped, a step stays where all weights are positive, and converges.
            TensorPrimitives.MultiplyAdd(step, decrement > 0.25 ? 1 / (1 + decrement) : 1, weights, weights);
        }
    }

    /// <summary>Writes −(C + diag(1/w²))⁻¹ (Cw − 1/w); returns how long it is in the metric of that matrix.</summary>
    private static double NewtonStep(double[] cosines, Span<double> weights, double[] step)
    {
        int tasks = step.Length;
        double[,] system = new double[tasks, tasks + 1];
        double[] slopes = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            ReadOnlySpan<double> row = cosines.AsSpan(i * tasks, tasks);
            slopes[i] = TensorPrimitives.Dot(row, weights) - (1 / weights[i]);

            // In units of the weights the diagonal is at least 1: no pivot is next to nothing.
            for (int j = 0; j < tasks; j++)
            {
                system[i, j] = weights[i] * row[j] * weights[j];
            }

            system[i, i] += 1;
            system[i, tasks] = -weights[i] * slopes[i];
        }

        if (!LinearSystem.TrySolve(system, step))
        {
            Array.Clear(step);
        }

        TensorPrimitives.Multiply<double>(step, weights, step);
        return Math.Sqrt(Math.Max(0, -TensorPrimitives.Dot<double>(step, slopes)));
    }
}
