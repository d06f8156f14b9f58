using System.Numerics;
using System.Numerics.Tensors;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Gradients of several tasks by the parameters that they share, row by row.</summary>
public static class TaskGradients
{
    /// <summary>The inner products of all pairs.</summary>
    /// <param name="gradients">Shape [tasks, parameters].</param>
    /// <param name="tasks">How many tasks; at least 1.</param>
    /// <param name="products">Shape [tasks, tasks]; receives the products.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Products<T>(ReadOnlySpan<T> gradients, int tasks, Span<double> products)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = WidthOf(gradients.Length, tasks);
        TaskChecks.Length(products.Length, tasks * tasks, nameof(products));
        for (int i = 0; i < tasks; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double product = Product(gradients.Slice(i * width, width), gradients.Slice(j * width, width));
                products[(i * tasks) + j] = product;
                products[(j * tasks) + i] = product;
            }
        }
    }

    /// <summary>Σ wᵢ gᵢ.</summary>
    /// <param name="gradients">Shape [tasks, parameters].</param>
    /// <param name="weights">Shape [tasks].</param>
    /// <param name="combined">Shape [parameters]; receives the sum.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Combine<T>(ReadOnlySpan<T> gradients, ReadOnlySpan<double> weights, Span<T> combined)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = WidthOf(gradients.Length, weights.Length);
        TaskChecks.Length(combined.Length, width, nameof(combined));
        combined.Clear();
        for (int i = 0; i < weights.Length; i++)
        {
            TensorPrimitives.MultiplyAdd(
                gradients.Slice(i * width, width), T.CreateTruncating(weights[i]), combined, combined);
        }
    }

    /// <summary>
    /// The sum of the gradients in which, parameter by parameter, one sign is chosen and the other dropped.
    /// </summary>
    /// <remarks>
    /// The chance of + is ½ (1 + Σgᵢ / Σ|gᵢ|). No weights of the tasks can say this. Reference: Z. Chen et al., Just
    /// Pick a Sign: Optimizing Deep Multitask Models with Gradient Sign Dropout, 2020, arXiv:2010.06808.
    /// </remarks>
    /// <param name="gradients">Shape [tasks, parameters].</param>
    /// <param name="tasks">How many tasks; at least 1.</param>
    /// <param name="random">Where the choices come from.</param>
    /// <param name="combined">Shape [parameters]; receives the sum.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void DropSigns<T>(
        ReadOnlySpan<T> gradients, int tasks, RandomStream random, Span<T> combined)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = WidthOf(gradients.Length, tasks);
        TaskChecks.Length(combined.Length, width, nameof(combined));
        for (int at = 0; at < width; at++)
        {
            T up = T.Zero, down = T.Zero;
            for (int i = 0; i < tasks; i++)
            {
                T slope = gradients[(i * width) + at];
                up += T.Max(slope, T.Zero);
                down += T.Min(slope, T.Zero);
            }

            // ½ (1 + (up + down) / (up − down)) = up / (up − down).
            double chance = up == down ? 0 : double.CreateTruncating(up / (up - down));
            combined[at] = random.NextDouble() < chance ? up : down;
        }
    }

    private static double Product<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += double.CreateTruncating(left[i]) * double.CreateTruncating(right[i]);
        }

        return sum;
    }

    private static int WidthOf(int gradients, int tasks)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tasks);
        return gradients % tasks == 0
            ? gradients / tasks
            : throw new ArgumentException(
                $"gradients has {gradients} elements, which {tasks} tasks cannot share.", nameof(gradients));
    }
}
