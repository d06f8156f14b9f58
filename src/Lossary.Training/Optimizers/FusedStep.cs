using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>One pass over parameters, gradients and states: each number is read and written once a step.</summary>
/// <remarks>
/// Nothing is added across elements, so lanes, chunks and threads all give the bits of the scalar loop.
/// </remarks>
internal static unsafe class FusedStep
{
    /// <summary>Below, about 50 µs of work, a sleeping thread costs more to wake than it takes over.</summary>
    private const int FewestShared = 1 << 17;

    /// <summary>Some 15 µs of work, which evens out delays; a multiple of every lane.</summary>
    private const int ChunkLength = 1 << 15;

    /// <summary>Steps a run of parameters.</summary>
    /// <param name="rule">What is done to each.</param>
    /// <param name="slice">The run.</param>
    /// <param name="first">The first state of the whole buffer; empty where the rule has none.</param>
    /// <param name="second">The second state, likewise.</param>
    /// <param name="third">The third state, likewise.</param>
    public static void Run<T, TRule>(
        TRule rule, in StepSlice<T> slice, Span<T> first, Span<T> second = default, Span<T> third = default)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TRule : struct, IStepRule
    {
        Debug.Assert(slice.Parameters.Length == slice.Gradients.Length, "A slice has one length.");
        fixed (T* values = slice.Parameters, gradients = slice.Gradients)
        fixed (T* one = first, two = second, three = third)
        {
            Arrays<T> arrays = new()
            {
                Values = values,
                Gradients = gradients,
                First = one == null ? null : one + slice.Start,
                Second = two == null ? null : two + slice.Start,
                Third = three == null ? null : three + slice.Start,
            };
            if (Wide512<T>.IsAccelerated)
            {
                Run(new Job<Wide512<T>, T, TRule>(rule, arrays, slice.Parameters.Length));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                Run(new Job<Wide256<T>, T, TRule>(rule, arrays, slice.Parameters.Length));
            }
            else
            {
                Run(new Job<Scalar<T>, T, TRule>(rule, arrays, slice.Parameters.Length));
            }
        }
    }

    private static void Run<TLane, T, TRule>(Job<TLane, T, TRule> job)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
        where TRule : struct, IStepRule
    {
        if (job.Length < FewestShared)
        {
            job.Run(0, job.Length);
        }
        else
        {
            WorkerPool.Shared.RunRanges(job.Length, ChunkLength, job);
        }
    }

    private struct Arrays<T> where T : unmanaged
    {
        public T* Values;
        public T* Gradients;
        public T* First;
        public T* Second;
        public T* Third;
    }

    private readonly struct Job<TLane, T, TRule>(TRule rule, Arrays<T> arrays, int length) : IRangeJob
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
        where TRule : struct, IStepRule
    {
        public int Length => length;

        public void Run(int start, int count) => HotLoop.Run(new Loop<TLane, T, TRule>(rule, arrays, start, count));
    }

    private readonly struct Loop<TLane, T, TRule>(TRule rule, Arrays<T> arrays, nint start, nint count) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
        where TRule : struct, IStepRule
    {
        private readonly TRule _rule = rule;
        private readonly Arrays<T> _arrays = arrays;
        private readonly nint _start = start;
        private readonly nint _count = count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            nint end = _start + _count, i = _start;
            for (; i <= end - TLane.Width; i += TLane.Width)
            {
                Step(i, TLane.Width);
            }

            if (i < end)
            {
                Step(i, (int)(end - i));
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Step(nint at, int count)
        {
            TLane first = default, second = default, third = default;
            ReadState(ref first, _arrays.First, at, count);
            ReadState(ref second, _arrays.Second, at, count);
            ReadState(ref third, _arrays.Third, at, count);
            TLane value = LaneMemory.Read<TLane, T>(_arrays.Values, at, count);
            TLane gradient = LaneMemory.Read<TLane, T>(_arrays.Gradients, at, count);
            TLane next = _rule.Next(value, gradient, ref first, ref second, ref third);
            LaneMemory.Write(next, _arrays.Values, at, count);
            WriteState(first, _arrays.First, at, count);
            WriteState(second, _arrays.Second, at, count);
            WriteState(third, _arrays.Third, at, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void ReadState(ref TLane state, T* from, nint at, int count)
        {
            if (from != null)
            {
                state = LaneMemory.Read<TLane, T>(from, at, count);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void WriteState(TLane state, T* to, nint at, int count)
        {
            if (to != null)
            {
                LaneMemory.Write(state, to, at, count);
            }
        }
    }
}
