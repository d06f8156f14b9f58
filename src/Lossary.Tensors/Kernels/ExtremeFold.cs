using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The largest or the smallest number, by a formula of two; NaN where there is one.</summary>
/// <typeparam name="TChoice"><see cref="LargerOf"/> or <see cref="SmallerOf"/>.</typeparam>
internal readonly unsafe struct ExtremeFold<TChoice> : IAxisFold
    where TChoice : struct, IFormula
{
    private const int WidestLane = 16;

    public void Run<T>(ReadOnlySpan<T> values, int reduced, int inner, Span<T> output, bool accumulate, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        System.Diagnostics.Debug.Assert(!accumulate);
        if (inner == 1)
        {
            FoldRows(values, reduced, output);
            return;
        }

        for (int block = 0; block < output.Length / inner; block++)
        {
            ReadOnlySpan<T> rows = values.Slice(block * reduced * inner, reduced * inner);
            Span<T> extremes = output.Slice(block * inner, inner);
            rows[..inner].CopyTo(extremes);
            for (int row = 1; row < reduced; row++)
            {
                Sweep.Run(default(TChoice), rows.Slice(row * inner, inner), extremes, extremes);
            }
        }
    }

    private static void FoldRows<T>(ReadOnlySpan<T> values, int length, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T* slots = stackalloc T[WidestLane];
        fixed (T* from = values, to = output)
        {
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Rows<Wide512<T>, T>(from, output.Length, length, to, slots));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Rows<Wide256<T>, T>(from, output.Length, length, to, slots));
            }
            else
            {
                HotLoop.Run(new Rows<Scalar<T>, T>(from, output.Length, length, to, slots));
            }
        }
    }

    private readonly struct Rows<TLane, T>(T* values, nint rows, nint length, T* output, T* slots) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T* _values = values;
        private readonly nint _rows = rows;
        private readonly nint _length = length;
        private readonly T* _output = output;
        private readonly T* _slots = slots;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _rows; row++)
            {
                T* from = _values + (row * _length);
                TLane extreme = TLane.Spread(*from);
                for (nint i = 0; i < _length; i += TLane.Width)
                {
                    int left = (int)Math.Min(TLane.Width, _length - i);
                    extreme = default(TChoice).Value(
                        extreme,
                        left == TLane.Width ? TLane.Load(in *from, i) : TLane.LoadFirst(in *from, i, left, extreme));
                }

                TLane.Store(extreme, ref *_slots, 0);
                Scalar<T> single = Scalar<T>.Spread(*_slots);
                for (nint i = 1; i < TLane.Width; i++)
                {
                    single = default(TChoice).Value(single, Scalar<T>.Load(in *_slots, i));
                }

                _output[row] = single.Number;
            }

            return 0;
        }
    }
}
