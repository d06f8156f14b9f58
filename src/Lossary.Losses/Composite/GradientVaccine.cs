using System.Numerics.Tensors;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// GradVac: gradients of two tasks are turned towards each other until they are as alike as they usually are.
/// </summary>
/// <remarks>
/// For each i and each other j in a random order, with φ the cosine between gᵢ as it is by then and the original gⱼ,
/// and φ̂ its running mean,
/// <code>
/// gᵢ ← gᵢ + ‖gᵢ‖ (φ̂ √(1 − φ²) − φ √(1 − φ̂²)) / (‖gⱼ‖ √(1 − φ̂²)) gⱼ        where φ &lt; φ̂
/// φ̂ ← (1 − β) φ̂ + β φ
/// </code>
/// then the sum. With φ̂ = 0, as in the first step, it is <see cref="GradientSurgery"/>. Each gradient is kept as
/// weights of the original ones: none is copied. Reference: Z. Wang, Y. Tsvetkov, O. Firat, Y. Cao, Gradient Vaccine:
/// Investigating and Improving Multi-task Optimization in Massively Multilingual Models, 2021, arXiv:2010.05874.
/// </remarks>
/// <param name="random">Where the order comes from.</param>
/// <param name="beta">β: how much of the mean each new cosine makes up; above 0, at most 1.</param>
public sealed class GradientVaccine(RandomStream random, double beta = 0.01) : ITaskWeighting
{
    /// <summary>Nearer to 1 the usual cosine asks for no more: the way to it would have no end.</summary>
    private const double LargestCosine = 1 - 1e-6;

    private readonly RandomStream _random = random;
    private readonly double _beta = beta is > 0 and <= 1
        ? beta
        : throw new ArgumentOutOfRangeException(nameof(beta), beta, "beta must be above 0 and at most 1.");

    private double[] _usual = [];

    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        if (_usual.Length != tasks * tasks)
        {
            _usual = new double[tasks * tasks];
        }

        weights.Clear();
        double[] own = new double[tasks];
        int[] order = [.. Enumerable.Range(0, tasks)];
        for (int i = 0; i < tasks; i++)
        {
            Array.Clear(own);
            own[i] = 1;
            GradientSurgery.Shuffle(_random, order);
            foreach (int j in order)
            {
                Turn(state.Products, own, i, j);
            }

            TensorPrimitives.Add<double>(weights, own, weights);
        }
    }

    /// <summary>Turns one gradient towards another, and learns how alike the two are.</summary>
    private void Turn(ReadOnlySpan<double> products, double[] own, int i, int j)
    {
        int tasks = own.Length;
        double length = LengthOf(products, own), other = Math.Sqrt(products[(j * tasks) + j]);
        if (i == j || !(length > 0) || !(other > 0))
        {
            return;
        }

        double product = TensorPrimitives.Dot<double>(own, products.Slice(j * tasks, tasks));
        double cosine = double.Clamp(product / (length * other), -1, 1);
        ref double usual = ref _usual[(i * tasks) + j];
        if (cosine < usual)
        {
            double aim = Math.Min(usual, LargestCosine);
            double across = Math.Sqrt((1 - cosine) * (1 + cosine)), acrossAim = Math.Sqrt((1 - aim) * (1 + aim));
            own[j] += length / other * ((aim * across) - (cosine * acrossAim)) / acrossAim;
        }

        usual += _beta * (cosine - usual);
    }

    /// <summary>The length of a sum of gradients.</summary>
    private static double LengthOf(ReadOnlySpan<double> products, double[] own)
    {
        double square = 0;
        for (int i = 0; i < own.Length; i++)
        {
            square += own[i] * TensorPrimitives.Dot<double>(own, products.Slice(i * own.Length, own.Length));
        }

        return Math.Sqrt(Math.Max(0, square));
    }
}
