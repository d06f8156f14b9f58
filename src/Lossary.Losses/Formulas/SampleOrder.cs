using System.Numerics;

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
        Array.Sort(order, (left, right) => keys[left].CompareTo(keys[right]) is var c and not 0 ? c : left.CompareTo(right));
        return order;
    }
}
