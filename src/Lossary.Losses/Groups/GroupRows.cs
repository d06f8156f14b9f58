using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The rows of one group, column by column, in double precision, and memory to work in.</summary>
internal readonly ref struct GroupRows(GroupMemory memory, int count)
{
    /// <summary>From here on slots of memory are the formula's own.</summary>
    private const int FirstFree = 5;

    private readonly GroupMemory _memory = memory;

    /// <summary>How many rows the group has; at least 1.</summary>
    public int Count { get; } = count;

    /// <summary>Writes the rows of a group into memory.</summary>
    public static void Fill<T>(GroupMemory memory, ReadOnlySpan<Tensor<T>> columns, int first, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int column = 0; column < columns.Length; column++)
        {
            ReadOnlySpan<T> from = columns[column].Values.Slice(first, count);
            Span<double> to = memory.Numbers(column, count);
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = double.CreateTruncating(from[i]);
            }
        }
    }

    /// <summary>A column of the group.</summary>
    public ReadOnlySpan<double> this[int column] => _memory.Numbers(column, Count);

    /// <summary>Working memory, as long as the group.</summary>
    public Span<double> Free(int slot) => Free(slot, Count);

    /// <summary>Working memory of any length.</summary>
    public Span<double> Free(int slot, int length) => _memory.Numbers(FirstFree + slot, length);

    /// <summary>Working memory for whole numbers, as long as the group, other than that of an order.</summary>
    public Span<int> FreeIndices(int slot) => _memory.Indices(slot, Count);

    /// <summary>The rows in the order of falling values; equal values keep the order of the rows.</summary>
    /// <param name="values">What to order by.</param>
    /// <param name="slot">Which memory of indices to use.</param>
    public ReadOnlySpan<int> Descending(ReadOnlySpan<double> values, int slot)
    {
        Span<int> order = _memory.Indices(slot, Count);
        Span<double> keys = Free(9);
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = -values[i];
        }

        keys.Sort(order);
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                order[start..end].Sort();
            }

            start = end;
        }

        return order;
    }

    /// <summary>Each row's place in an order, 0 for the first.</summary>
    /// <param name="order">The order.</param>
    /// <param name="slot">Which memory of indices to use, not the order's.</param>
    public ReadOnlySpan<int> Places(ReadOnlySpan<int> order, int slot)
    {
        Span<int> places = _memory.Indices(slot, Count);
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return places;
    }
}
