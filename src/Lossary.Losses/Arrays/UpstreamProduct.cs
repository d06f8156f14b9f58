using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// gradient = upstream · slope, or added to it; 0 where the upstream gradient is 0, whatever the slope.
/// </summary>
internal static unsafe class UpstreamProduct
{
    /// <summary>Elements in a range for the worker pool.</summary>
    private const int RangeLength = 1 << 15;

    /// <summary>Runs it over rows of one length.</summary>
    public static void Run<T>(ReadOnlySpan<T> upstream, ReadOnlySpan<T> slopes, Span<T> gradient, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* up = upstream, by = slopes, to = gradient)
        {
            WorkerPool.Shared.RunRanges(gradient.Length, RangeLength, new Job<T>(up, by, to, accumulate));
        }
    }

    private readonly struct Job<T>(T* upstream, T* slopes, T* gradient, bool accumulate) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            T* up = upstream + start, by = slopes + start, to = gradient + start;
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide512<T>, T>(up, by, to, count, accumulate));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide256<T>, T>(up, by, to, count, accumulate));
            }
            else
            {
                HotLoop.Run(new Loop<Scalar<T>, T>(up, by, to, count, accumulate));
            }
        }
    }

    private readonly struct Loop<TLane, T>(T* upstream, T* slopes, T* gradient, nint count, bool accumulate) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _upstream = upstream;
        private readonly T* _slopes = slopes;
        private readonly T* _gradient = gradient;
        private readonly nint _count = count;
        private readonly bool _accumulate = accumulate;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            TLane zero = TLane.Constant(0);
            for (nint i = 0; i < _count; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _count - i);
                TLane factor = Tail.Load<TLane, T>(_upstream, i, left, 0);
                TLane part = factor * Tail.Load<TLane, T>(_slopes, i, left, 0);
                part = TLane.WhereAtMost(TLane.Abs(factor), zero, zero, part);
                Tail.Store(_accumulate ? part + Tail.Load<TLane, T>(_gradient, i, left, 0) : part, _gradient, i, left);
            }

            return 0;
        }
    }
}
