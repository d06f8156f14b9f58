using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Softmax and its logarithm along the last axis: each row on its own, rows on several threads.</summary>
internal static unsafe class SoftmaxRows
{
    /// <summary>About what one thread takes at a time; fewer elements are not shared.</summary>
    private const int ElementsOfRange = 1 << 14;

    /// <summary>output = softmax of each row of the input, or its logarithm.</summary>
    /// <param name="input">Shape <c>[rows, columns]</c>.</param>
    /// <param name="columns">How many columns; positive.</param>
    /// <param name="isLogarithm">True for the logarithm.</param>
    /// <param name="output">Shape <c>[rows, columns]</c>.</param>
    public static void Forward<T>(ReadOnlySpan<T> input, int columns, bool isLogarithm, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = input, to = output)
        {
            Share(input.Length / columns, columns, new Rows<T>(from, null, to, columns, isLogarithm, false));
        }
    }

    /// <summary>result = the gradient of the input, or result + that.</summary>
    /// <param name="output">What the forward half made, <c>[rows, columns]</c>.</param>
    /// <param name="gradient">Of the output, <c>[rows, columns]</c>.</param>
    /// <param name="columns">How many columns; positive.</param>
    /// <param name="isLogarithm">True for the logarithm.</param>
    /// <param name="result">Shape <c>[rows, columns]</c>.</param>
    /// <param name="accumulate">True to add to what the result holds.</param>
    public static void Backward<T>(
        ReadOnlySpan<T> output, ReadOnlySpan<T> gradient, int columns, bool isLogarithm, Span<T> result,
        bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = output, upstream = gradient, to = result)
        {
            Share(output.Length / columns, columns, new Rows<T>(from, upstream, to, columns, isLogarithm, accumulate));
        }
    }

    private static void Share<T>(int rows, int columns, Rows<T> job) where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerPool.Shared.RunRanges(rows, Math.Max(1, ElementsOfRange / columns), job);

    /// <summary>A range of rows; backward where there is an upstream gradient.</summary>
    private readonly struct Rows<T>(T* x, T* upstream, T* output, nint columns, bool isLogarithm, bool accumulate)
        : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            if (Wide512<T>.IsAccelerated)
            {
                Run<Wide512<T>>(start, count);
            }
            else if (Wide256<T>.IsAccelerated)
            {
                Run<Wide256<T>>(start, count);
            }
            else
            {
                Run<Scalar<T>>(start, count);
            }
        }

        private void Run<TLane>(nint start, nint count) where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        {
            T* from = x + (start * columns), to = output + (start * columns);
            if (upstream == null)
            {
                HotLoop.Run(new ForwardLoop<TLane, T>(from, to, count, columns, isLogarithm));
            }
            else
            {
                T* gradient = upstream + (start * columns);
                HotLoop.Run(new BackwardLoop<TLane, T>(from, gradient, to, count, columns, isLogarithm, accumulate));
            }
        }
    }

    private readonly struct ForwardLoop<TLane, T>(T* input, T* output, nint rows, nint columns, bool isLogarithm)
        : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _input = input;
        private readonly T* _output = output;
        private readonly nint _rows = rows;
        private readonly nint _columns = columns;
        private readonly bool _isLogarithm = isLogarithm;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _rows; row++)
            {
                T* x = _input + (row * _columns), y = _output + (row * _columns);
                TLane largest = TLane.Spread(Largest(x));
                TLane sum = TLane.Constant(0);
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane shifted = Tail.Load<TLane, T>(x, i, left, double.NegativeInfinity) - largest;
                    TLane power = TLane.Exp(shifted);
                    sum += power;
                    Tail.Store(_isLogarithm ? shifted : power, y, i, left);
                }

                TLane total = TLane.Spread(TLane.Sum(sum));
                TLane factor = 1 / total, lost = TLane.Log(total);
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane value = Tail.Load<TLane, T>(y, i, left, 0);
                    Tail.Store(_isLogarithm ? value - lost : value * factor, y, i, left);
                }
            }

            return 0;
        }

        /// <summary>NaN may be lost here; the sum of powers finds it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Largest(T* x)
        {
            TLane largest = TLane.Constant(double.NegativeInfinity);
            for (nint i = 0; i < _columns; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _columns - i);
                largest = TLane.Max(largest, Tail.Load<TLane, T>(x, i, left, double.NegativeInfinity));
            }

            return TLane.Largest(largest);
        }
    }

    /// <summary>
    /// With p the softmax and g the gradient: p (g − Σ p g), and for the logarithm g − p Σ g.
    /// </summary>
    private readonly struct BackwardLoop<TLane, T>(
        T* output, T* gradient, T* result, nint rows, nint columns, bool isLogarithm, bool accumulate) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _output = output;
        private readonly T* _gradient = gradient;
        private readonly T* _result = result;
        private readonly nint _rows = rows;
        private readonly nint _columns = columns;
        private readonly bool _isLogarithm = isLogarithm;
        private readonly bool _accumulate = accumulate;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _rows; row++)
            {
                T* y = _output + (row * _columns), g = _gradient + (row * _columns), to = _result + (row * _columns);
                TLane sum = TLane.Constant(0);
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane upstream = Tail.Load<TLane, T>(g, i, left, 0);
                    sum += _isLogarithm ? upstream : upstream * Tail.Load<TLane, T>(y, i, left, 0);
                }

                TLane total = TLane.Spread(TLane.Sum(sum));
                for (nint i = 0; i < _columns; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _columns - i);
                    TLane value = Tail.Load<TLane, T>(y, i, left, 0), upstream = Tail.Load<TLane, T>(g, i, left, 0);
                    TLane slope = _isLogarithm ? upstream - (TLane.Exp(value) * total) : value * (upstream - total);
                    if (_accumulate)
                    {
                        slope += Tail.Load<TLane, T>(to, i, left, 0);
                    }

                    Tail.Store(slope, to, i, left);
                }
            }

            return 0;
        }
    }
}
