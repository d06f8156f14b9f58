using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Runs a formula over whole spans, lane by lane, long ones on several threads.</summary>
internal static unsafe class Sweep
{
    /// <summary>Below, all is done before another thread is awake.</summary>
    private const int ShortestShared = 1 << 17;

    /// <summary>What one thread takes at a time: inputs and output of a range fit its cache.</summary>
    private const int RangeLength = 1 << 15;

    /// <summary>output = formula(x), or output + formula(x).</summary>
    public static void Run<T, TFormula>(TFormula formula, ReadOnlySpan<T> x, Span<T> output, bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IFormula => Run(formula, x, x, output, accumulate);

    /// <summary>output = formula(x, y), or output + formula(x, y).</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="x">Shape <c>[n]</c>.</param>
    /// <param name="y">Shape <c>[n]</c>.</param>
    /// <param name="output">Shape <c>[n]</c>; may be x or y.</param>
    /// <param name="accumulate">True to add to what the output holds.</param>
    public static void Run<T, TFormula>(
        TFormula formula, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> output, bool accumulate = false)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IFormula
    {
        System.Diagnostics.Debug.Assert(x.Length == output.Length && y.Length == output.Length);
        fixed (T* first = x, second = y, to = output)
        {
            Ranges<T, TFormula> sweep = new(formula, first, second, to, accumulate);
            if (output.Length < ShortestShared)
            {
                sweep.Run(0, output.Length);
            }
            else
            {
                WorkerPool.Shared.RunRanges(output.Length, RangeLength, sweep);
            }
        }
    }

    private readonly struct Ranges<T, TFormula>(TFormula formula, T* x, T* y, T* output, bool accumulate) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFormula : struct, IFormula
    {
        public void Run(int start, int count)
        {
            T* first = x + start, second = y + start, to = output + start;
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide512<T>, T, TFormula>(formula, first, second, to, count, accumulate));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide256<T>, T, TFormula>(formula, first, second, to, count, accumulate));
            }
            else
            {
                HotLoop.Run(new Loop<Scalar<T>, T, TFormula>(formula, first, second, to, count, accumulate));
            }
        }
    }

    private readonly struct Loop<TLane, T, TFormula>(
        TFormula formula, T* x, T* y, T* output, nint count, bool accumulate)
        : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
        where TFormula : struct, IFormula
    {
        private readonly TFormula _formula = formula;
        private readonly T* _x = x;
        private readonly T* _y = y;
        private readonly T* _output = output;
        private readonly nint _count = count;
        private readonly bool _accumulate = accumulate;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint i = 0; i < _count; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _count - i);
                TLane value = _formula.Value(Read(_x, i, left), Read(_y, i, left));
                if (_accumulate)
                {
                    value += Read(_output, i, left);
                }

                if (left == TLane.Width)
                {
                    TLane.Store(value, ref *_output, i);
                }
                else
                {
                    TLane.StoreFirst(value, ref *_output, i, left);
                }
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TLane Read(T* from, nint at, int count) => count == TLane.Width
            ? TLane.Load(in *from, at)
            : TLane.LoadFirst(in *from, at, count, default);
    }
}
