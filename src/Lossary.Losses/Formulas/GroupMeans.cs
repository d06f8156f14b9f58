using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Means over groups of samples.</summary>
internal static class GroupMeans
{
    /// <summary>The mean of each group, <c>[groups]</c>, in the order in which the groups first come.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="values">Shape <c>[n]</c>.</param>
    /// <param name="numbers">The group of each sample; any whole numbers.</param>
    public static Tensor<T> Of<T>(Tape<T> tape, Tensor<T> values, int[] numbers)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = numbers.Length, count = 0;
        int[] groups = tape.RentArray<int>(n), sizes = tape.RentArray<int>(n), groupOf = tape.RentArray<int>(n);
        for (int i = 0; i < n; i++)
        {
            int group = groups.AsSpan(0, count).IndexOf(numbers[i]);
            if (group < 0)
            {
                group = count++;
                groups[group] = numbers[i];
            }

            groupOf[i] = group;
            sizes[group]++;
        }

        Tensor<T> shares = tape.Rent(new Shape(count, n));
        shares.Values.Clear();
        for (int i = 0; i < n; i++)
        {
            shares.Values[(groupOf[i] * n) + i] = T.One / T.CreateTruncating(sizes[groupOf[i]]);
        }

        return tape.Reshape(
            tape.MatMul(shares, tape.Reshape(values, new Shape(n, 1))), new Shape(count));
    }

    /// <summary>
    /// The mean where a flag is 1 less the mean where it is 0, <c>[1]</c>; 0 where either has no samples.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="values">Shape <c>[n]</c>.</param>
    /// <param name="flags">Shape <c>[n]</c>.</param>
    /// <param name="chosen">Shape <c>[n]</c>, 1 for the samples that count; null for all.</param>
    public static Tensor<T> Gap<T>(Tape<T> tape, Tensor<T> values, Tensor<T> flags, Tensor<T>? chosen = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = flags.Shape.Length;
        double inside = 0, outside = 0;
        for (int i = 0; i < n; i++)
        {
            bool counts = chosen is null || chosen.Values[i] != T.Zero;
            inside += counts && flags.Values[i] != T.Zero ? 1 : 0;
            outside += counts && flags.Values[i] == T.Zero ? 1 : 0;
        }

        Tensor<T> shares = tape.Rent(flags.Shape);
        for (int i = 0; i < n; i++)
        {
            bool counts = inside > 0 && outside > 0 && (chosen is null || chosen.Values[i] != T.Zero);
            shares.Values[i] = T.CreateTruncating(!counts ? 0 : flags.Values[i] != T.Zero ? 1 / inside : -1 / outside);
        }

        return tape.Sum(tape.Multiply(values, shares));
    }
}
