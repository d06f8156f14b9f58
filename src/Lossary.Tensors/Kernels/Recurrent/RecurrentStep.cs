using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>One step of a chunk of sequences, forward: from sums to the next state.</summary>
/// <remarks>A sequence that has ended keeps its state and gives 0.</remarks>
internal unsafe struct RecurrentStep<TCell, T>
    where TCell : struct, IRecurrentCell
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Which step of the input; a sequence has ended where its length is not greater.</summary>
    public int Time;

    /// <summary>The sequences' lengths, <c>[rows]</c>; null where none has ended.</summary>
    public int* Lengths;

    public nint Rows;

    public nint Hidden;

    /// <summary>Units and what pads them: the distance of blocks and of rows of states.</summary>
    public nint Units;

    /// <summary>Shape <c>[rows, blocks, units]</c>.</summary>
    public T* Sums;

    /// <summary>Shape <c>[rows, units]</c>, as are the next three.</summary>
    public T* State;

    public T* NextState;

    public T* Cell;

    public T* NextCell;

    /// <summary>Shape <c>[rows, hidden]</c>.</summary>
    public T* Output;

    public nint OutputStride;

    public readonly void Run()
    {
        if (Wide512<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide512<T>>(this));
        }
        else if (Wide256<T>.IsAccelerated)
        {
            HotLoop.Run(new Loop<Wide256<T>>(this));
        }
        else
        {
            HotLoop.Run(new Loop<Scalar<T>>(this));
        }
    }

    private readonly struct Loop<TLane>(RecurrentStep<TCell, T> step) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        private readonly RecurrentStep<TCell, T> _step = step;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _step.Rows; row++)
            {
                bool hasEnded = _step.Lengths != null && _step.Time >= _step.Lengths[row];
                for (nint unit = 0; unit < _step.Units; unit += TLane.Width)
                {
                    nint at = (row * _step.Units) + unit;
                    TLane state = TLane.Load(in *_step.State, at);
                    TLane cell = TCell.HasCell ? TLane.Load(in *_step.Cell, at) : default;
                    TLane output = default;
                    if (!hasEnded)
                    {
                        state = Next((row * TCell.Blocks * _step.Units) + unit, state, ref cell);
                        output = state;
                    }

                    TLane.Store(state, ref *_step.NextState, at);
                    if (TCell.HasCell)
                    {
                        TLane.Store(cell, ref *_step.NextCell, at);
                    }

                    Write(output, (row * _step.OutputStride) + unit, _step.Hidden - unit);
                }
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLane Next(nint at, TLane state, ref TLane cell)
        {
            nint units = _step.Units;
            T* sums = _step.Sums;
            TLane a = TLane.Load(in *sums, at);
            TLane b = TCell.Blocks > 1 ? TLane.Load(in *sums, at + units) : default;
            TLane c = TCell.Blocks > 2 ? TLane.Load(in *sums, at + (2 * units)) : default;
            TLane d = TCell.Blocks > 3 ? TLane.Load(in *sums, at + (3 * units)) : default;
            TLane next = TCell.Step(state, ref cell, ref a, ref b, ref c, ref d);
            TLane.Store(a, ref *sums, at);
            if (TCell.Blocks > 1)
            {
                TLane.Store(b, ref *sums, at + units);
                TLane.Store(c, ref *sums, at + (2 * units));
                TLane.Store(d, ref *sums, at + (3 * units));
            }

            return next;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Write(TLane output, nint at, nint left)
        {
            if (left >= TLane.Width)
            {
                TLane.Store(output, ref *_step.Output, at);
            }
            else if (left > 0)
            {
                TLane.StoreFirst(output, ref *_step.Output, at, (int)left);
            }
        }
    }
}
