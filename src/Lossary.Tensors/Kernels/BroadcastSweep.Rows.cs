using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <content>Copies of rows that lie apart: slices, concatenations, paddings.</content>
internal static unsafe partial class BroadcastSweep
{
    /// <summary>Copies, or adds, rows between memories of different row distance.</summary>
    /// <param name="from">The first row, and what follows.</param>
    /// <param name="fromStride">How far apart rows lie there.</param>
    /// <param name="to">Where the first row goes; numbers between the rows are left as they are.</param>
    /// <param name="toStride">How far apart rows lie there.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many numbers of each.</param>
    /// <param name="accumulate">True to add to what is there.</param>
    public static void CopyRows<T>(
        ReadOnlySpan<T> from, int fromStride, Span<T> to, int toStride, int rows, int columns, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (rows == 0 || columns == 0)
        {
            return;
        }

        fixed (T* source = from, destination = to)
        {
            RowsCopy<T> copy = new(source, fromStride, destination, toStride, rows, columns, accumulate);
            if ((long)rows * columns < SharedLength)
            {
                copy.Run(0, rows);
            }
            else
            {
                WorkerPool.Shared.RunRanges(rows, Math.Max(1, PartLength / columns), copy);
            }
        }
    }

    private readonly struct RowsCopy<T>(
        T* from, int fromStride, T* to, int toStride, int rows, int columns, bool accumulate) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            System.Diagnostics.Debug.Assert(start + count <= rows);
            RunBlock(new Block<T, Copied>(
                default, accumulate, from + ((nint)start * fromStride), null, null, to + ((nint)start * toStride),
                new(1, 0, 0), new(fromStride, 0, 0), count, columns, toStride));
        }
    }

    private readonly struct Copied : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> => x;
    }
}
