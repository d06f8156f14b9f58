using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Layer normalisation: every row to mean 0 and variance 1, then a scale and a shift of each column.</summary>
/// <remarks>
/// With r = 1/√(variance + ε) and n = r (x − mean): y = n · scale + shift. Backward, with h = scale · ∂y:
/// ∂x = r (h − mean h − n · mean(h n)).
/// </remarks>
internal static unsafe class RowNorm
{
    /// <summary>About what one thread takes at a time; fewer elements are not shared.</summary>
    private const int ElementsOfRange = 1 << 14;

    /// <summary>Normalises the rows.</summary>
    /// <param name="input">Shape <c>[rows, columns]</c>.</param>
    /// <param name="scale">Shape <c>[columns]</c>; empty for ones.</param>
    /// <param name="shift">Shape <c>[columns]</c>; empty for zeros.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="output">Shape <c>[rows, columns]</c>.</param>
    /// <param name="statistics">Receives each row's mean and r, <c>[rows, 2]</c>.</param>
    public static void Forward<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift, double epsilon, Span<T> output,
        Span<T> statistics)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = statistics.Length / 2, columns = input.Length / rows;
        fixed (T* x = input, a = scale, b = shift, y = output, s = statistics)
        {
            WorkerPool.Shared.RunRanges(
                rows, Math.Max(1, ElementsOfRange / columns), new ForwardRows<T>(x, a, b, y, s, columns, epsilon));
        }
    }

    /// <summary>result = the gradient of the input, or result + that.</summary>
    /// <param name="input">What the forward half got, <c>[rows, columns]</c>.</param>
    /// <param name="scale">Shape <c>[columns]</c>; empty for ones.</param>
    /// <param name="statistics">Each row's mean and r, <c>[rows, 2]</c>.</param>
    /// <param name="gradient">Of the output, <c>[rows, columns]</c>.</param>
    /// <param name="result">Shape <c>[rows, columns]</c>.</param>
    /// <param name="accumulate">True to add to what the result holds.</param>
    public static void Backward<T>(
        ReadOnlySpan<T> input, ReadOnlySpan<T> scale, ReadOnlySpan<T> statistics, ReadOnlySpan<T> gradient,
        Span<T> result, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = statistics.Length / 2, columns = input.Length / rows;
        fixed (T* x = input, a = scale, s = statistics, g = gradient, to = result)
        {
            WorkerPool.Shared.RunRanges(
                rows, Math.Max(1, ElementsOfRange / columns),
                new BackwardRows<T>(x, a, s, g, to, columns, accumulate));
        }
    }

    private readonly struct ForwardRows<T>(
        T* input, T* scale, T* shift, T* output, T* statistics, nint columns, double epsilon) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            T* x = input + (start * columns), y = output + (start * columns), s = statistics + (2 * start);
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new ForwardLoop<Wide512<T>, T>(x, scale, shift, y, s, count, columns, epsilon));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new ForwardLoop<Wide256<T>, T>(x, scale, shift, y, s, count, columns, epsilon));
            }
            else
            {
                HotLoop.Run(new ForwardLoop<Scalar<T>, T>(x, scale, shift, y, s, count, columns, epsilon));
            }
        }
    }

    private readonly struct BackwardRows<T>(
        T* input, T* scale, T* statistics, T* gradient, T* result, nint columns, bool accumulate) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            T* x = input + (start * columns), s = statistics + (2 * start);
            T* g = gradient + (start * columns), to = result + (start * columns);
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new BackwardLoop<Wide512<T>, T>(x, scale, s, g, to, count, columns, accumulate));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new BackwardLoop<Wide256<T>, T>(x, scale, s, g, to, count, columns, accumulate));
            }
            else
            {
                HotLoop.Run(new BackwardLoop<Scalar<T>, T>(x, scale, s, g, to, count, columns, accumulate));
            }
        }
    }

    private readonly struct ForwardLoop<TLane, T>(
        T* input, T* scale, T* shift, T* output, T* statistics, nint rows, nint columns, double epsilon) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T* _input = input;
        private readonly T* _scale = scale;
        private readonly T* _shift = shift;
        private readonly T* _output = output;
        private readonly T* _statistics = statistics;
        private readonly nint _rows = rows;
        private readonly nint _columns = columns;
        private readonly double _epsilon = epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _rows; row++)
            {
                T* x = _input + (row * _columns), y = _output + (row * _columns);
                T mean = Mean(x);
                TLane centre = TLane.Spread(mean), squares = TLane.Constant(0);
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane off = LoadOr(x, i, left, centre) - centre;
                    squares += off * off;
                }

                T inverse = T.CreateTruncating(1 / Math.Sqrt((TLane.SumToDouble(squares) / _columns) + _epsilon));
                _statistics[2 * row] = mean;
                _statistics[(2 * row) + 1] = inverse;
                TLane factor = TLane.Spread(inverse);
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane value = (Tail.Load<TLane, T>(x, i, left, 0) - centre) * factor;
                    if (_scale != null)
                    {
                        value *= Tail.Load<TLane, T>(_scale, i, left, 0);
                    }

                    if (_shift != null)
                    {
                        value += Tail.Load<TLane, T>(_shift, i, left, 0);
                    }

                    Tail.Store(value, y, i, left);
                }
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Mean(T* x)
        {
            TLane sum = TLane.Constant(0);
            for (nint i = 0; i < _columns; i += TLane.Width)
            {
                sum += Tail.Load<TLane, T>(x, i, (int)Math.Min(TLane.Width, _columns - i), 0);
            }

            return T.CreateTruncating(TLane.SumToDouble(sum) / _columns);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane LoadOr(T* from, nint at, int count, TLane fill) => count == TLane.Width
            ? TLane.Load(in *from, at)
            : TLane.LoadFirst(in *from, at, count, fill);
    }

    private readonly struct BackwardLoop<TLane, T>(
        T* input, T* scale, T* statistics, T* gradient, T* result, nint rows, nint columns, bool accumulate) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T* _input = input;
        private readonly T* _scale = scale;
        private readonly T* _statistics = statistics;
        private readonly T* _gradient = gradient;
        private readonly T* _result = result;
        private readonly nint _rows = rows;
        private readonly nint _columns = columns;
        private readonly bool _accumulate = accumulate;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _rows; row++)
            {
                T* x = _input + (row * _columns), g = _gradient + (row * _columns), to = _result + (row * _columns);
                TLane mean = TLane.Spread(_statistics[2 * row]), factor = TLane.Spread(_statistics[(2 * row) + 1]);
                TLane sum = TLane.Constant(0), product = TLane.Constant(0);
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane upstream = Scaled(g, i, left);
                    sum += upstream;
                    product += upstream * (Tail.Load<TLane, T>(x, i, left, 0) - mean);
                }

                double scaleOfSquares = double.CreateTruncating(_statistics[(2 * row) + 1]);
                scaleOfSquares *= scaleOfSquares;
                TLane offset = TLane.Constant(TLane.SumToDouble(sum) / _columns);
                TLane slant = TLane.Constant(TLane.SumToDouble(product) / _columns * scaleOfSquares);
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane off = Tail.Load<TLane, T>(x, i, left, 0) - mean;
                    TLane value = factor * (Scaled(g, i, left) - offset - (off * slant));
                    if (_accumulate)
                    {
                        value += Tail.Load<TLane, T>(to, i, left, 0);
                    }

                    Tail.Store(value, to, i, left);
                }
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLane Scaled(T* gradient, nint at, int left)
        {
            TLane upstream = Tail.Load<TLane, T>(gradient, at, left, 0);
            return _scale == null ? upstream : upstream * Tail.Load<TLane, T>(_scale, at, left, 0);
        }
    }
}
