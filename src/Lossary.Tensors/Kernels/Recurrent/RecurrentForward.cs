using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A recurrence over whole sequences, forward; each part is a chunk of sequences.</summary>
internal unsafe struct RecurrentForward<TCell, T> : IJob
    where TCell : struct, IRecurrentCell
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public RecurrentExtents Extents;

    public RecurrentFactors<TCell, T> Factors;

    /// <summary>Shape <c>[batch]</c>; null where all sequences are of full length.</summary>
    public int* Lengths;

    /// <summary>Shape <c>[batch, time, inputs]</c>.</summary>
    public T* Input;

    /// <summary>Shape <c>[gates, units]</c>, and for a part apart <c>[units]</c> more.</summary>
    public T* Bias;

    /// <summary>
    /// What is kept of the steps: sums <c>[time, batch, blocks, units]</c>, states and cells
    /// <c>[time + 1, batch, units]</c>. Where nothing is kept, one step's memory serves all.
    /// </summary>
    public T* Sums;

    public T* States;

    public T* Cells;

    public bool KeepsSteps;

    /// <summary>Shape <c>[batch, time, hidden]</c>.</summary>
    public T* Output;

    public readonly void Run(int chunk)
    {
        int first = chunk * RecurrentExtents.RowsOfChunk, rows = Extents.RowsOf(chunk);
        for (int step = 0; step < Extents.Time; step++)
        {
            Step(first, rows, step);
        }
    }

    private readonly void Step(int first, int rows, int step)
    {
        int time = Extents.TimeOf(step), units = Extents.Units<T>(), now = KeepsSteps ? step : 0;
        int next = KeepsSteps ? now + 1 : 0;
        nint row = ((nint)now * Extents.Batch) + first, nextRow = ((nint)next * Extents.Batch) + first;
        T* sums = Sums + (row * TCell.Blocks * units), state = States + (row * units);
        Factors.Forward(
            new(Input + ((((nint)first * Extents.Time) + time) * Extents.Inputs), (nint)Extents.Time * Extents.Inputs),
            state, rows, Bias, sums);
        new RecurrentStep<TCell, T>
        {
            Time = time,
            Lengths = Lengths == null ? null : Lengths + first,
            Rows = rows,
            Hidden = Extents.Hidden,
            Units = units,
            Sums = sums,
            State = state,
            NextState = States + (nextRow * units),
            Cell = TCell.HasCell ? Cells + (row * units) : null,
            NextCell = TCell.HasCell ? Cells + (nextRow * units) : null,
            Output = Output + ((((nint)first * Extents.Time) + time) * Extents.Hidden),
            OutputStride = (nint)Extents.Time * Extents.Hidden,
        }.Run();
    }
}
