using System.Numerics;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// The sum: along rows in double precision, across rows in parts of fixed length that are then added.
/// </summary>
internal readonly unsafe struct SumFold : IAxisFold
{
    /// <summary>
    /// Rows summed one after the other; longer sums are sums of such sums, which keeps rounding small.
    /// </summary>
    private const int RowsOfPart = 256;

    private const int RowsTogether = 64;

    public void Run<T>(ReadOnlySpan<T> values, int reduced, int inner, Span<T> output, bool accumulate, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (inner == 1)
        {
            if (reduced == 1)
            {
                Sweep.Run(default(Copy), values, output, accumulate);
                return;
            }

            fixed (T* from = values, to = output)
            {
                Share(values.Length, Parts(output.Length, RowsTogether),
                    new RowSums<T>(from, to, output.Length, reduced, accumulate));
            }

            return;
        }

        int parts = Parts(reduced, RowsOfPart), outer = output.Length / inner;
        Span<T> sums = parts == 1 && !accumulate ? output : tape.RentMemory(outer * parts * inner).AsSpan();
        fixed (T* from = values, to = sums)
        {
            Share(values.Length, outer * parts, new ColumnPart<T>(from, to, reduced, inner, parts));
        }

        if (sums == output)
        {
            return;
        }

        for (int block = 0; block < outer; block++)
        {
            ColumnSums.Run<T>(
                sums.Slice(block * parts * inner, parts * inner), output.Slice(block * inner, inner), accumulate);
        }
    }

    /// <summary>The sum of numbers in double precision.</summary>
    public static double Total<T>(ReadOnlySpan<T> values) where T : unmanaged => typeof(T) == typeof(float)
        ? Sums.Sum(MemoryMarshal.Cast<T, float>(values))
        : Sums.Sum(MemoryMarshal.Cast<T, double>(values));

    private static int Parts(int length, int part) => ((length - 1) / part) + 1;

    private static void Share<TJob>(int length, int parts, TJob job) where TJob : struct, IJob
    {
        if (length >= BroadcastSweep.SharedLength)
        {
            WorkerPool.Shared.Run(parts, job);
            return;
        }

        for (int i = 0; i < parts; i++)
        {
            job.Run(i);
        }
    }

    private readonly struct RowSums<T>(T* values, T* output, int rows, int length, bool accumulate) : IJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int index)
        {
            int end = Math.Min(rows, (index + 1) * RowsTogether);
            for (int row = index * RowsTogether; row < end; row++)
            {
                T sum = T.CreateTruncating(Total(new ReadOnlySpan<T>(values + ((nint)row * length), length)));
                output[row] = accumulate ? output[row] + sum : sum;
            }
        }
    }

    private readonly struct ColumnPart<T>(T* values, T* sums, int rows, int columns, int parts) : IJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int index)
        {
            (int block, int part) = int.DivRem(index, parts);
            int first = part * RowsOfPart, count = Math.Min(RowsOfPart, rows - first);
            ColumnSums.Run<T>(
                new ReadOnlySpan<T>(values + ((((nint)block * rows) + first) * columns), count * columns),
                new Span<T>(sums + ((nint)index * columns), columns), accumulate: false);
        }
    }
}
