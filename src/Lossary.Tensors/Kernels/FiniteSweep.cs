using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Looks for numbers that are not finite, as fast as memory is read: 0 · x is 0 for all others.</summary>
internal static unsafe class FiniteSweep
{
    /// <summary>True where there is neither NaN nor infinity.</summary>
    public static bool IsFinite<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* from = values)
        {
            double sum = Wide512<T>.IsAccelerated ? HotLoop.Run(new Loop<Wide512<T>, T>(from, values.Length))
                : Wide256<T>.IsAccelerated ? HotLoop.Run(new Loop<Wide256<T>, T>(from, values.Length))
                : HotLoop.Run(new Loop<Scalar<T>, T>(from, values.Length));
            return sum == 0;
        }
    }

    /// <summary>Where the first number is that is not finite; −1 where all are.</summary>
    public static int FirstNotFinite<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private readonly struct Loop<TLane, T>(T* values, nint count) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _values = values;
        private readonly nint _count = count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            // Four sums: one would wait for its own last addition.
            TLane first = TLane.Constant(0), second = first, third = first, fourth = first;
            nint i = 0;
            for (; i <= _count - (4 * TLane.Width); i += 4 * TLane.Width)
            {
                first = TLane.FusedMultiplyAdd(TLane.Load(in *_values, i), 0, first);
                second = TLane.FusedMultiplyAdd(TLane.Load(in *_values, i + TLane.Width), 0, second);
                third = TLane.FusedMultiplyAdd(TLane.Load(in *_values, i + (2 * TLane.Width)), 0, third);
                fourth = TLane.FusedMultiplyAdd(TLane.Load(in *_values, i + (3 * TLane.Width)), 0, fourth);
            }

            for (; i < _count; i += TLane.Width)
            {
                int left = (int)Math.Min(TLane.Width, _count - i);
                first = TLane.FusedMultiplyAdd(
                    left == TLane.Width
                        ? TLane.Load(in *_values, i)
                        : TLane.LoadFirst(in *_values, i, left, default),
                    0, first);
            }

            return TLane.SumToDouble((first + second) + (third + fourth));
        }
    }
}
