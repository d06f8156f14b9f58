using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The order of samples by a number that each has.</summary>
internal static class SampleOrder
{
    /// <summary>The samples' numbers from the smallest up; equal ones in their own order, NaN first.</summary>
    public static int[] Ascending<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] order = new int[values.Length];
        Sort(values.ToArray(), order);
        return order;
    }

    /// <summary>As <see cref="Ascending{T}(ReadOnlySpan{T})"/>, in memory of a tape.</summary>
    public static int[] Ascending<T>(Tape<T> tape, ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] keys = tape.RentArray<T>(values.Length);
        values.CopyTo(keys);
        int[] order = tape.RentArray<int>(values.Length);
        Sort(keys, order);
        return order;
    }

    private static void Sort<T>(T[] keys, int[] order)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(
            order, (left, right) => keys[left].CompareTo(keys[right]) is var c and not 0 ? c : left.CompareTo(right));
    }

    /// <summary>The numbers from the smallest up, <c>[n]</c>, with the gradient of each.</summary>
    public static Tensor<T> Sorted<T>(Tape<T> tape, Tensor<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = values.Shape.Length;
        Tensor<T> order = tape.Rent(new Shape(n));
        int place = 0;
        foreach (int i in Ascending(tape, values.Values))
        {
            order.Values[place++] = T.CreateTruncating(i);
        }

        return tape.Reshape(tape.Gather(tape.Reshape(values, new Shape(n, 1)), order), new Shape(n));
    }
}
