using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Copies a tensor with its axes in another order.</summary>
internal static unsafe class PermutedCopy
{
    private const int Tile = 32;

    /// <summary>
    /// As many columns of a tile are transposed together as lie in the first cache also where their distance is a power
    /// of two, which leaves them few places there.
    /// </summary>
    private const int ColumnsTogether = 16;

    private const int PartLength = 1 << 16;

    /// <summary>Copies, or adds, the permuted tensor.</summary>
    /// <param name="plan">The permutation; not one that leaves the numbers in order.</param>
    /// <param name="from">The input.</param>
    /// <param name="to">The output, as long.</param>
    /// <param name="accumulate">True to add to what the output holds.</param>
    public static void Run<T>(in PermutationPlan plan, ReadOnlySpan<T> from, Span<T> to, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* source = from, destination = to)
        {
            Blocks<T> blocks = new(in plan, source, destination, to.Length, accumulate);
            if (to.Length < BroadcastSweep.SharedLength)
            {
                blocks.Run(0, blocks.Count);
            }
            else
            {
                WorkerPool.Shared.RunRanges(blocks.Count, blocks.CountOfPart, blocks);
            }
        }
    }

    /// <summary>Stretches of the second axis, with the whole innermost axis, at every place of the others.</summary>
    private readonly struct Blocks<T>(in PermutationPlan plan, T* from, T* to, int length, bool accumulate)
        : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly PermutationPlan _plan = plan;
        private readonly int _second = plan.Second;

        public int Count => Outer * Stretches;

        public int CountOfPart => Math.Max(1, PartLength / (Tile * _plan.Extent(0)));

        private int Stretches => ((_plan.Extent(_second) - 1) / Tile) + 1;

        private int Outer => length / _plan.Extent(0) / _plan.Extent(_second);

        public void Run(int start, int count)
        {
            for (int i = start; i < start + count; i++)
            {
                (int block, int stretch) = int.DivRem(i, Stretches);
                int first = stretch * Tile, rows = Math.Min(Tile, _plan.Extent(_second) - first);
                (nint source, nint destination) = _plan.At(block, _second);
                source += (nint)first * _plan.FromStride(_second);
                destination += (nint)first * _plan.ToStride(_second);
                Copy(from + source, to + destination, rows);
            }
        }

        private void Copy(T* source, T* destination, int rows)
        {
            int columns = _plan.Extent(0), fromStride = _plan.FromStride(_second);
            if (_plan.FromStride(0) != 1)
            {
                Transpose(
                    source, fromStride, _plan.FromStride(0), destination, _plan.ToStride(_second), rows, columns,
                    accumulate);
                return;
            }

            int toStride = _plan.ToStride(_second);
            BroadcastSweep.CopyRows(
                new ReadOnlySpan<T>(source, ((rows - 1) * fromStride) + columns), fromStride,
                new Span<T>(destination, ((rows - 1) * toStride) + columns), toStride, rows, columns, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(
        T* from, nint rowStride, nint columnStride, T* to, nint toStride, nint rows, nint columns, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (nint start = 0; start < columns; start += ColumnsTogether)
        {
            nint end = Math.Min(start + ColumnsTogether, columns);
            for (nint row = 0; row < rows; row++)
            {
                T* source = from + (row * rowStride), destination = to + (row * toStride);
                for (nint column = start; column < end; column++)
                {
                    T number = source[column * columnStride];
                    destination[column] = accumulate ? destination[column] + number : number;
                }
            }
        }
    }
}
