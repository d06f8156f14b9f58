using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>FairGrad: the step on which the tasks' gains are α-fair.</summary>
/// <remarks>
/// With K the products of the gradients the weights solve
/// <code>
/// (K w)ᵢ = wᵢ^(−1/α)        the least of ½ wᵀKw − Σ ∫ wᵢ^(−1/α) dwᵢ, by Newton steps
/// </code>
/// Small α favour the sum of the gains, 1 their product as <see cref="NashBargainingWeights"/>, large ones the least of
/// them. Reference: H. Ban, K. Ji, Fair Resource Allocation in Multi-Task Learning, 2024, arXiv:2402.15638.
/// </remarks>
/// <param name="alpha">α; positive.</param>
public sealed class FairWeights(double alpha = 2) : ITaskWeighting
{
    private const double Damping = 1e-8;
    private const int MostSteps = 200;

    private readonly double _power = alpha > 0 && double.IsFinite(alpha)
        ? 1 / alpha
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "alpha must be above 0 and finite.");

    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        double[] products = state.Products.ToArray();
        for (int i = 0; i < tasks; i++)
        {
            // A task without a gradient weighs 1, and nothing comes of it.
            ref double square = ref products[(i * tasks) + i];
            square = square > 0 ? square * (1 + Damping) : 1;
            weights[i] = Math.Pow(square, -1 / (1 + _power));
        }

        double[] step = new double[tasks], next = new double[tasks];
        for (int count = 0; count < MostSteps; count++)
        {
            double gain = NewtonStep(products, weights, step);
            if (!(gain > 1e-26) || !Move(products, weights, step, gain, next))
            {
                return;
            }

            next.CopyTo(weights);
        }
    }

    /// <summary>Writes the step over the weights; returns how fast it goes down at first.</summary>
    private double NewtonStep(double[] products, ReadOnlySpan<double> weights, double[] step)
    {
        int tasks = step.Length;
        double[,] system = new double[tasks, tasks + 1];
        double[] slopes = new double[tasks];
        for (int i = 0; i < tasks; i++)
        {
            ReadOnlySpan<double> row = products.AsSpan(i * tasks, tasks);
            double demand = Math.Pow(weights[i], -_power);
            slopes[i] = weights[i] * (TensorPrimitives.Dot(row, weights) - demand);
            for (int j = 0; j < tasks; j++)
            {
                system[i, j] = weights[i] * row[j] * weights[j];
            }

            system[i, i] += _power * weights[i] * demand;
            system[i, tasks] = -slopes[i];
        }

        return LinearSystem.TrySolve(system, step) ? -TensorPrimitives.Dot<double>(step, slopes) : 0;
    }

    /// <summary>Goes along the step as far as all stay positive and the function falls.</summary>
    private bool Move(double[] products, ReadOnlySpan<double> weights, double[] step, double gain, double[] next)
    {
        double length = Math.Min(1, 0.9 / Math.Max(1e-300, -step.Min())), before = ValueOf(products, weights);
        for (int half = 0; half < 60; half++, length *= 0.5)
        {
            for (int i = 0; i < next.Length; i++)
            {
                next[i] = weights[i] * (1 + (length * step[i]));
            }

            if (next.Min() > 0 && ValueOf(products, next) <= before - (1e-4 * length * gain))
            {
                return true;
            }
        }

        return false;
    }

    private double ValueOf(double[] products, ReadOnlySpan<double> weights)
    {
        double value = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            double weight = weights[i], rest = 1 - _power;
            value += 0.5 * weight * TensorPrimitives.Dot(products.AsSpan(i * weights.Length, weights.Length), weights);
            value -= rest == 0 ? Math.Log(weight) : Math.Pow(weight, rest) / rest;
        }

        return value;
    }
}
