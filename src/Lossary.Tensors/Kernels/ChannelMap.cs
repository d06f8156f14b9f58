using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>output = p (x − centre) + q g + r with numbers of each channel: normalisation both ways.</summary>
internal static unsafe class ChannelMap
{
    private const int RowsOfBlock = 256;

    /// <summary>Fewer elements are not shared.</summary>
    private const int ShortestShared = 1 << 16;

    /// <summary>Computes it, or adds it to what the output holds.</summary>
    /// <param name="values">x, <c>[rows, channels]</c>.</param>
    /// <param name="gradient">g, in the same shape; empty for none.</param>
    /// <param name="factors">Centre, p, q, r, <c>[4, channels]</c>.</param>
    /// <param name="output">Shape <c>[rows, channels]</c>.</param>
    /// <param name="accumulate">True to add to what the output holds.</param>
    public static void Run<T>(
        ReadOnlySpan<T> values, ReadOnlySpan<T> gradient, ReadOnlySpan<T> factors, Span<T> output, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int channels = factors.Length / 4, rows = values.Length / channels;
        fixed (T* x = values, g = gradient, f = factors, y = output)
        {
            Rows<T> job = new(x, g, f, y, channels, accumulate);
            if (values.Length < ShortestShared)
            {
                job.Run(0, rows);
            }
            else
            {
                WorkerPool.Shared.RunRanges(rows, RowsOfBlock, job);
            }
        }
    }

    private readonly struct Rows<T>(T* values, T* gradient, T* factors, T* output, nint channels, bool accumulate)
        : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            T* x = values + (start * channels), g = gradient == null ? null : gradient + (start * channels);
            T* y = output + (start * channels);
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide512<T>, T>(x, g, factors, y, count, channels, accumulate));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide256<T>, T>(x, g, factors, y, count, channels, accumulate));
            }
            else
            {
                HotLoop.Run(new Loop<Scalar<T>, T>(x, g, factors, y, count, channels, accumulate));
            }
        }
    }

    private readonly struct Loop<TLane, T>(
        T* values, T* gradient, T* factors, T* output, nint rows, nint channels, bool accumulate) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _values = values;
        private readonly T* _gradient = gradient;
        private readonly T* _factors = factors;
        private readonly T* _output = output;
        private readonly nint _rows = rows;
        private readonly nint _channels = channels;
        private readonly bool _accumulate = accumulate;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint channel = 0; channel < _channels; channel += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _channels - channel);
                TLane centre = Tail.Load<TLane, T>(_factors, channel, left, 0);
                TLane ofValue = Tail.Load<TLane, T>(_factors, _channels + channel, left, 0);
                TLane ofGradient = Tail.Load<TLane, T>(_factors, (2 * _channels) + channel, left, 0);
                TLane offset = Tail.Load<TLane, T>(_factors, (3 * _channels) + channel, left, 0);
                for (nint row = 0; row < _rows; row++)
                {
                    nint at = (row * _channels) + channel;
                    TLane value = ((Tail.Load<TLane, T>(_values, at, left, 0) - centre) * ofValue) + offset;
                    if (_gradient != null)
                    {
                        value += Tail.Load<TLane, T>(_gradient, at, left, 0) * ofGradient;
                    }

                    if (_accumulate)
                    {
                        value += Tail.Load<TLane, T>(_output, at, left, 0);
                    }

                    Tail.Store(value, _output, at, left);
                }
            }

            return 0;
        }
    }
}
