using System.Numerics.Tensors;

namespace Lossary.Losses;

/// <summary>The shortest mixture of gradients whose weights have lower bounds.</summary>
internal static class LowerBounds
{
    /// <summary>
    /// argmin of vᵀKv over all v that are at least what v is at first: one number at a time, each to its best.
    /// </summary>
    /// <param name="products">Shape [tasks, tasks]; K.</param>
    /// <param name="weights">Shape [tasks]; the bounds, overwritten by v.</param>
    /// <param name="rounds">How many rounds at most; it stops where nothing moves.</param>
    /// <param name="isFirstFree">False where the first number is to stay.</param>
    public static void Minimise(
        ReadOnlySpan<double> products, Span<double> weights, int rounds, bool isFirstFree = false)
    {
        int tasks = weights.Length;
        double[] least = weights.ToArray();
        bool moves = true;
        for (int round = 0; round < rounds && moves; round++)
        {
            moves = false;
            for (int j = isFirstFree ? 0 : 1; j < tasks; j++)
            {
                double square = products[(j * tasks) + j], kept = weights[j];
                if (square > 0)
                {
                    double rest = TensorPrimitives.Dot(weights, products.Slice(j * tasks, tasks)) - (square * kept);
                    weights[j] = Math.Max(least[j], -rest / square);
                    moves |= Math.Abs(weights[j] - kept) > 1e-13 * weights[j];
                }
            }
        }
    }
}
