using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Softmax and its logarithm along an axis that others follow: lanes lie across the columns.</summary>
internal static unsafe class SoftmaxColumns
{
    /// <summary>About what one thread takes at a time; fewer elements are not shared.</summary>
    private const int ElementsOfRange = 1 << 14;

    /// <summary>output = softmax of each column of each matrix of the input, or its logarithm.</summary>
    /// <param name="input">Shape <c>[matrices, rows, columns]</c>.</param>
    /// <param name="rows">The extent along the axis; positive.</param>
    /// <param name="columns">The elements that follow; positive.</param>
    /// <param name="isLogarithm">True for the logarithm.</param>
    /// <param name="output">Shape <c>[matrices, rows, columns]</c>.</param>
    public static void Forward<T>(ReadOnlySpan<T> input, int rows, int columns, bool isLogarithm, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = input, to = output)
        {
            Share(input.Length, new Matrices<T>(from, null, to, rows, columns, isLogarithm, false));
        }
    }

    /// <summary>result = the gradient of the input, or result + that.</summary>
    /// <param name="output">What the forward half made, <c>[matrices, rows, columns]</c>.</param>
    /// <param name="gradient">Of the output, in its shape.</param>
    /// <param name="rows">The extent along the axis; positive.</param>
    /// <param name="columns">The elements that follow; positive.</param>
    /// <param name="isLogarithm">True for the logarithm.</param>
    /// <param name="result">In the output's shape.</param>
    /// <param name="accumulate">True to add to what the result holds.</param>
    public static void Backward<T>(
        ReadOnlySpan<T> output, ReadOnlySpan<T> gradient, int rows, int columns, bool isLogarithm, Span<T> result,
        bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = output, upstream = gradient, to = result)
        {
            Share(output.Length, new Matrices<T>(from, upstream, to, rows, columns, isLogarithm, accumulate));
        }
    }

    private static void Share<T>(int length, Matrices<T> job) where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerPool.Shared.RunRanges(length / job.Length, Math.Max(1, ElementsOfRange / job.Length), job);

    /// <summary>A range of matrices; backward where there is an upstream gradient.</summary>
    private readonly struct Matrices<T>(
        T* x, T* upstream, T* output, int rows, int columns, bool isLogarithm, bool accumulate) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>How many elements one matrix has.</summary>
        public int Length => rows * columns;

        public void Run(int start, int count)
        {
            for (int matrix = start; matrix < start + count; matrix++)
            {
                if (Wide512<T>.IsAccelerated)
                {
                    Run<Wide512<T>>((nint)matrix * Length);
                }
                else if (Wide256<T>.IsAccelerated)
                {
                    Run<Wide256<T>>((nint)matrix * Length);
                }
                else
                {
                    Run<Scalar<T>>((nint)matrix * Length);
                }
            }
        }

        private void Run<TLane>(nint start) where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        {
            if (upstream == null)
            {
                HotLoop.Run(new ForwardLoop<TLane, T>(x + start, output + start, rows, columns, isLogarithm));
            }
            else
            {
                HotLoop.Run(new BackwardLoop<TLane, T>(
                    x + start, upstream + start, output + start, rows, columns, isLogarithm, accumulate));
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
        private readonly nint _length = rows * columns;
        private readonly nint _columns = columns;
        private readonly bool _isLogarithm = isLogarithm;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint column = 0; column < _columns; column += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _columns - column);
                TLane largest = TLane.Constant(double.NegativeInfinity);
                for (nint at = column; at < _length; at += _columns)
                {
                    largest = TLane.Max(largest, Tail.Load<TLane, T>(_input, at, left, 0));
                }

                TLane sum = TLane.Constant(0);
                for (nint at = column; at < _length; at += _columns)
                {
                    TLane shifted = Tail.Load<TLane, T>(_input, at, left, 0) - largest;
                    TLane power = TLane.Exp(shifted);
                    sum += power;
                    Tail.Store(_isLogarithm ? shifted : power, _output, at, left);
                }

                TLane factor = 1 / sum, lost = TLane.Log(sum);
                for (nint at = column; at < _length; at += _columns)
                {
                    TLane value = Tail.Load<TLane, T>(_output, at, left, 0);
                    Tail.Store(_isLogarithm ? value - lost : value * factor, _output, at, left);
                }
            }

            return 0;
        }
    }

    /// <summary>The formulas of <see cref="SoftmaxRows"/>.</summary>
    private readonly struct BackwardLoop<TLane, T>(
        T* output, T* gradient, T* result, nint rows, nint columns, bool isLogarithm, bool accumulate) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _output = output;
        private readonly T* _gradient = gradient;
        private readonly T* _result = result;
        private readonly nint _length = rows * columns;
        private readonly nint _columns = columns;
        private readonly bool _isLogarithm = isLogarithm;
        private readonly bool _accumulate = accumulate;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint column = 0; column < _columns; column += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _columns - column);
                TLane total = TLane.Constant(0);
                for (nint at = column; at < _length; at += _columns)
                {
                    TLane upstream = Tail.Load<TLane, T>(_gradient, at, left, 0);
                    total += _isLogarithm ? upstream : upstream * Tail.Load<TLane, T>(_output, at, left, 0);
                }

                for (nint at = column; at < _length; at += _columns)
                {
                    TLane value = Tail.Load<TLane, T>(_output, at, left, 0);
                    TLane upstream = Tail.Load<TLane, T>(_gradient, at, left, 0);
                    TLane slope = _isLogarithm ? upstream - (TLane.Exp(value) * total) : value * (upstream - total);
                    if (_accumulate)
                    {
                        slope += Tail.Load<TLane, T>(_result, at, left, 0);
                    }

                    Tail.Store(slope, _result, at, left);
                }
            }

            return 0;
        }
    }
}
