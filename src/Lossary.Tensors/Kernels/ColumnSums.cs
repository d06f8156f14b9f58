using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Sums over the rows of a matrix, in row order: the gradient of a bias.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>output = Σ rows, or output + Σ rows.</summary>
    /// <param name="values">Shape <c>[rows, columns]</c>.</param>
    /// <param name="output">Shape <c>[columns]</c>.</param>
    /// <param name="accumulate">True to add to what the output holds.</param>
    public static void Run<T>(ReadOnlySpan<T> values, Span<T> output, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!accumulate)
        {
            output.Clear();
        }

        nint rows = output.IsEmpty ? 0 : values.Length / output.Length;
        fixed (T* from = values, to = output)
        {
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide512<T>, T>(from, rows, output.Length, to));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide256<T>, T>(from, rows, output.Length, to));
            }
            else
            {
                HotLoop.Run(new Loop<Scalar<T>, T>(from, rows, output.Length, to));
            }
        }
    }

    private readonly struct Loop<TLane, T>(T* values, nint rows, nint columns, T* output) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _values = values;
        private readonly nint _rows = rows;
        private readonly nint _columns = columns;
        private readonly T* _output = output;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            nint column = 0;
            for (; column <= _columns - TLane.Width; column += TLane.Width)
            {
                TLane sum = TLane.Load(in *_output, column);
                for (nint row = 0; row < _rows; row++)
                {
                    sum += TLane.Load(in *_values, (row * _columns) + column);
                }

                TLane.Store(sum, ref *_output, column);
            }

            int left = (int)(_columns - column);
            if (left > 0)
            {
                TLane sum = TLane.LoadFirst(in *_output, column, left, default);
                for (nint row = 0; row < _rows; row++)
                {
                    sum += TLane.LoadFirst(in *_values, (row * _columns) + column, left, default);
                }

                TLane.StoreFirst(sum, ref *_output, column, left);
            }

            return 0;
        }
    }
}
