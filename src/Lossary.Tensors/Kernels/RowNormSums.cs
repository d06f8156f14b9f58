using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The gradients of a layer normalisation's scale and shift: sums over the rows, in row order.</summary>
internal static unsafe class RowNormSums
{
    /// <summary>Columns that one thread takes at a time.</summary>
    private const int ColumnsOfRange = 128;

    /// <summary>Fewer elements are not shared.</summary>
    private const int ShortestShared = 1 << 15;

    /// <summary>ofScale = Σ rows of n · gradient, ofShift = Σ rows of gradient, or added to what they hold.</summary>
    /// <param name="input">What the forward half got, <c>[rows, columns]</c>.</param>
    /// <param name="statistics">Each row's mean and r, <c>[rows, 2]</c>.</param>
    /// <param name="gradient">Of the output, <c>[rows, columns]</c>.</param>
    /// <param name="ofScale">Shape <c>[columns]</c>.</param>
    /// <param name="ofShift">Shape <c>[columns]</c>.</param>
    public static void Add<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> statistics, ReadOnlySpan<T> gradient, Span<T> ofScale, Span<T> ofShift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = statistics.Length / 2;
        fixed (T* x = input, s = statistics, g = gradient, a = ofScale, b = ofShift)
        {
            int range = input.Length < ShortestShared ? ofScale.Length : ColumnsOfRange;
            WorkerPool.Shared.RunRanges(ofScale.Length, range, new Columns<T>(x, s, g, a, b, rows, ofScale.Length));
        }
    }

    private readonly struct Columns<T>(
        T* input, T* statistics, T* gradient, T* ofScale, T* ofShift, int rows, int columns) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            T* x = input + start, g = gradient + start, a = ofScale + start, b = ofShift + start;
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide512<T>, T>(x, statistics, g, a, b, rows, columns, count));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide256<T>, T>(x, statistics, g, a, b, rows, columns, count));
            }
            else
            {
                HotLoop.Run(new Loop<Scalar<T>, T>(x, statistics, g, a, b, rows, columns, count));
            }
        }
    }

    private readonly struct Loop<TLane, T>(
        T* input, T* statistics, T* gradient, T* ofScale, T* ofShift, nint rows, nint stride, nint columns) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _input = input;
        private readonly T* _statistics = statistics;
        private readonly T* _gradient = gradient;
        private readonly T* _ofScale = ofScale;
        private readonly T* _ofShift = ofShift;
        private readonly nint _rows = rows;
        private readonly nint _stride = stride;
        private readonly nint _columns = columns;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint column = 0; column < _columns; column += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _columns - column);
                TLane scale = Tail.Load<TLane, T>(_ofScale, column, left, 0);
                TLane shift = Tail.Load<TLane, T>(_ofShift, column, left, 0);
                for (nint row = 0; row < _rows; row++)
                {
                    nint at = (row * _stride) + column;
                    TLane upstream = Tail.Load<TLane, T>(_gradient, at, left, 0);
                    TLane off = Tail.Load<TLane, T>(_input, at, left, 0) - TLane.Spread(_statistics[2 * row]);
                    scale += upstream * (off * TLane.Spread(_statistics[(2 * row) + 1]));
                    shift += upstream;
                }

                Tail.Store(scale, _ofScale, column, left);
                Tail.Store(shift, _ofShift, column, left);
            }

            return 0;
        }
    }
}
