using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// One step of a chunk of sequences, backward: from the gradient of the next state to that of the sums.
/// </summary>
/// <remarks>For a sequence that has ended, the sums have no gradient, and that of the state stays as it is.</remarks>
internal unsafe struct RecurrentStepBack<TCell, T>
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

    /// <summary>What the step left of its sums, <c>[rows, blocks, units]</c>.</summary>
    public T* Gates;

    /// <summary>Shape <c>[rows, units]</c>, as are the next two.</summary>
    public T* State;

    public T* Cell;

    public T* NextCell;

    /// <summary>With respect to the output, <c>[rows, hidden]</c>.</summary>
    public T* OfOutput;

    public nint OutputStride;

    /// <summary>
    /// With respect to the next state, <c>[rows, units]</c>; becomes what reaches the former not through the sums.
    /// </summary>
    public T* OfState;

    /// <summary>With respect to the next cell, <c>[rows, units]</c>; becomes that of the former.</summary>
    public T* OfCell;

    /// <summary>With respect to the sums, <c>[rows, blocks, units]</c>.</summary>
    public T* OfSums;

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

    private readonly struct Loop<TLane>(RecurrentStepBack<TCell, T> step) : ILoop
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        private readonly RecurrentStepBack<TCell, T> _step = step;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Run()
        {
            for (nint row = 0; row < _step.Rows; row++)
            {
                bool hasEnded = _step.Lengths != null && _step.Time >= _step.Lengths[row];
                for (nint unit = 0; unit < _step.Units; unit += TLane.Width)
                {
                    nint ofSums = (row * TCell.Blocks * _step.Units) + unit;
                    if (hasEnded)
                    {
                        Store(ofSums, default, default, default, default);
                    }
                    else
                    {
                        Back(ofSums, (row * _step.Units) + unit, row, unit);
                    }
                }
            }

            return 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Back(nint ofSums, nint at, nint row, nint unit)
        {
            nint units = _step.Units;
            T* gates = _step.Gates;
            TLane a = TLane.Load(in *gates, ofSums);
            TLane b = TCell.Blocks > 1 ? TLane.Load(in *gates, ofSums + units) : default;
            TLane c = TCell.Blocks > 2 ? TLane.Load(in *gates, ofSums + (2 * units)) : default;
            TLane d = TCell.Blocks > 3 ? TLane.Load(in *gates, ofSums + (3 * units)) : default;
            TLane state = TLane.Load(in *_step.State, at);
            TLane cell = TCell.HasCell ? TLane.Load(in *_step.Cell, at) : default;
            TLane nextCell = TCell.HasCell ? TLane.Load(in *_step.NextCell, at) : default;
            TLane ofCell = TCell.HasCell ? TLane.Load(in *_step.OfCell, at) : default;
            TLane ofState = TLane.Load(in *_step.OfState, at);
            ofState += Read((row * _step.OutputStride) + unit, _step.Hidden - unit);
            ofState = TCell.StepBack(state, cell, nextCell, ofState, ref ofCell, ref a, ref b, ref c, ref d);
            TLane.Store(ofState, ref *_step.OfState, at);
            if (TCell.HasCell)
            {
                TLane.Store(ofCell, ref *_step.OfCell, at);
            }

            Store(ofSums, a, b, c, d);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Store(nint at, TLane a, TLane b, TLane c, TLane d)
        {
            T* sums = _step.OfSums;
            TLane.Store(a, ref *sums, at);
            if (TCell.Blocks > 1)
            {
                TLane.Store(b, ref *sums, at + _step.Units);
                TLane.Store(c, ref *sums, at + (2 * _step.Units));
                TLane.Store(d, ref *sums, at + (3 * _step.Units));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private TLane Read(nint at, nint left) => left >= TLane.Width
            ? TLane.Load(in *_step.OfOutput, at)
            : left > 0 ? TLane.LoadFirst(in *_step.OfOutput, at, (int)left, default) : default;
    }
}
