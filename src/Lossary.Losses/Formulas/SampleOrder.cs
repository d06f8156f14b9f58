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
        T[] keys = values.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(
            order, (left, right) => keys[left].CompareTo(keys[right]) is var c and not 0 ? c : left.CompareTo(right));
        return order;
    }

    /// <summary>The numbers from the smallest up, <c>[n]</c>, with the gradient of each.</summary>
    public static Tensor<T> Sorted<T>(Tape<T> tape, Tensor<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = values.Shape.Length;
        Tensor<T> order = tape.Rent(new Shape(n));
        int place = 0;
        foreach (int i in Ascending<T>(values.Values))
        {
            order.Values[place++] = T.CreateTruncating(i);
        }

        return tape.Reshape(tape.Gather(tape.Reshape(values, new Shape(n, 1)), order), new Shape(n));
    }
}
