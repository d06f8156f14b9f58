using System.Numerics.Tensors;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>PCGrad: what one task's gradient has against another's is taken out of it, in a random order.</summary>
/// <remarks>
/// <code>
/// gᵢ ← gᵢ − (gᵢ · gⱼ / ‖gⱼ‖²) gⱼ        for each j with gᵢ · gⱼ &lt; 0; then the sum
/// </code>
/// Each projected gradient is kept as weights of the original ones: no gradient is copied. Reference: T. Yu et al.,
/// Gradient Surgery for Multi-Task Learning, 2020, arXiv:2001.06782.
/// </remarks>
/// <param name="random">Where the order comes from.</param>
public sealed class GradientSurgery(RandomStream random) : ITaskWeighting
{
    private readonly RandomStream _random = random;

    /// <inheritdoc/>
    public bool NeedsProducts => true;

    /// <inheritdoc/>
    public void Weigh(in TaskState state, Span<double> weights)
    {
        int tasks = TaskChecks.Check(this, state, weights);
        ReadOnlySpan<double> products = state.Products;
        weights.Clear();
        double[] own = new double[tasks];
        int[] order = [.. Enumerable.Range(0, tasks)];
        for (int i = 0; i < tasks; i++)
        {
            Array.Clear(own);
            own[i] = 1;
            Shuffle(_random, order);
            foreach (int j in order)
            {
                double square = products[(j * tasks) + j], product = Product(own, products.Slice(j * tasks, tasks));
                own[j] -= i != j && product < 0 && square > 0 ? product / square : 0;
            }

            for (int j = 0; j < tasks; j++)
            {
                weights[j] += own[j];
            }
        }
    }

    private static double Product(double[] own, ReadOnlySpan<double> row) =>
        TensorPrimitives.Dot<double>(own, row);

    /// <summary>Puts tasks into a random order.</summary>
    internal static void Shuffle(RandomStream random, int[] order)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = random.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
