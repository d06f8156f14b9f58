using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Two sums over the rows for each channel: Σ a and Σ a (x − centre), where a is x − centre or a gradient.
/// </summary>
/// <remarks>
/// Rows are summed in blocks of fixed height, several at once, and the blocks' sums in their order, in double
/// precision: the same bits for any number of threads, and no digits lost over a million rows.
/// </remarks>
internal static unsafe class ChannelSums
{
    private const int RowsOfBlock = 256;

    /// <summary>Fewer elements are not shared.</summary>
    private const int ShortestShared = 1 << 15;

    /// <summary>sums = the two sums of each channel, divided by the number of rows.</summary>
    /// <param name="values">Shape <c>[rows, channels]</c>.</param>
    /// <param name="gradient">The gradient that stands for a, in the same shape; empty for x − centre.</param>
    /// <param name="centres">Shape <c>[channels]</c>.</param>
    /// <param name="means">Receives mean a, then mean a (x − centre), <c>[2, channels]</c>.</param>
    /// <param name="tape">Where temporary memory comes from.</param>
    public static void Means<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<T> gradient, ReadOnlySpan<T> centres, Span<T> means, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = centres.Length, rows = values.Length / channels;
        int blocks = (rows + RowsOfBlock - 1) / RowsOfBlock;
        Span<T> parts = tape.Workspace(2 * channels * blocks);
        fixed (T* x = values, g = gradient, c = centres, p = parts)
        {
            Blocks<T> job = new(x, g, c, p, rows, channels);
            if (values.Length < ShortestShared)
            {
                job.Run(0, blocks);
            }
            else
            {
                WorkerPool.Shared.RunRanges(blocks, 1, job);
            }
        }

        for (int i = 0; i < means.Length; i++)
        {
            double sum = 0;
            for (int part = i; part < parts.Length; part += means.Length)
            {
                sum += double.CreateTruncating(parts[part]);
            }

            means[i] = T.CreateTruncating(sum / rows);
        }
    }

    private readonly struct Blocks<T>(T* values, T* gradient, T* centres, T* parts, int rows, int channels) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            for (int block = start; block < start + count; block++)
            {
                nint first = (nint)block * RowsOfBlock * channels;
                int height = Math.Min(RowsOfBlock, rows - (block * RowsOfBlock));
                T* x = values + first, g = gradient == null ? null : gradient + first;
                T* to = parts + ((nint)block * 2 * channels);
                if (Wide512<T>.IsAccelerated)
                {
                    HotLoop.Run(new Loop<Wide512<T>, T>(x, g, centres, to, height, channels));
                }
                else if (Wide256<T>.IsAccelerated)
                {
                    HotLoop.Run(new Loop<Wide256<T>, T>(x, g, centres, to, height, channels));
                }
                else
                {
                    HotLoop.Run(new Loop<Scalar<T>, T>(x, g, centres, to, height, channels));
                }
            }
        }
    }

    private readonly struct Loop<TLane, T>(
        T* values, T* gradient, T* centres, T* sums, nint rows, nint channels) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _values = values;
        private readonly T* _gradient = gradient;
        private readonly T* _centres = centres;
        private readonly T* _sums = sums;
        private readonly nint _rows = rows;
        private readonly nint _channels = channels;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint channel = 0; channel < _channels; channel += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _channels - channel);
                TLane centre = Tail.Load<TLane, T>(_centres, channel, left, 0);
                TLane sum = TLane.Constant(0), product = TLane.Constant(0);
                for (nint row = 0; row < _rows; row++)
                {
                    nint at = (row * _channels) + channel;
                    TLane off = Tail.Load<TLane, T>(_values, at, left, 0) - centre;
                    TLane term = _gradient == null ? off : Tail.Load<TLane, T>(_gradient, at, left, 0);
                    sum += term;
                    product += term * off;
                }

                Tail.Store(sum, _sums, channel, left);
                Tail.Store(product, _sums, _channels + channel, left);
            }

            return 0;
        }
    }
}
