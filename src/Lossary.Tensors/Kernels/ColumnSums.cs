using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Sums over the rows of a matrix, in row order: the gradient of a bias.</summary>
internal static unsafe class ColumnSums
{
    /// <summary>Numbers below which waking a thread costs more than it saves.</summary>
    private const int SharedLength = 1 << 18;

    private const int StripeColumns = 64;

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
            Stripes<T> stripes = new(from, rows, output.Length, to);
            if (values.Length < SharedLength)
            {
                stripes.Run(0, output.Length);
                return;
            }

            WorkerPool.Shared.RunRanges(output.Length, StripeColumns, stripes);
        }
    }

    /// <summary>Some neighbouring columns, all rows: each column is one sum, whoever works on it.</summary>
    private readonly struct Stripes<T>(T* values, nint rows, nint columns, T* output) : IRangeJob
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int start, int count)
        {
            if (Wide512<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide512<T>, T>(values + start, rows, columns, output + start, count));
            }
            else if (Wide256<T>.IsAccelerated)
            {
                HotLoop.Run(new Loop<Wide256<T>, T>(values + start, rows, columns, output + start, count));
            }
            else
            {
                HotLoop.Run(new Loop<Scalar<T>, T>(values + start, rows, columns, output + start, count));
            }
        }
    }

    private readonly struct Loop<TLane, T>(T* values, nint rows, nint stride, T* output, nint columns) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
        where T : unmanaged
    {
        private readonly T* _values = values;
        private readonly nint _rows = rows;
        private readonly nint _stride = stride;
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
                    sum += TLane.Load(in *_values, (row * _stride) + column);
                }

                TLane.Store(sum, ref *_output, column);
            }

            int left = (int)(_columns - column);
            if (left > 0)
            {
                TLane sum = TLane.LoadFirst(in *_output, column, left, default);
                for (nint row = 0; row < _rows; row++)
                {
                    sum += TLane.LoadFirst(in *_values, (row * _stride) + column, left, default);
                }

                TLane.StoreFirst(sum, ref *_output, column, left);
            }

            return 0;
        }
    }
}
