using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A recurrence over whole sequences, backward; each part is a chunk of sequences.</summary>
internal unsafe struct RecurrentBackward<TCell, T> : IJob
    where TCell : struct, IRecurrentCell
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public RecurrentExtents Extents;

    /// <summary>The transposed weights.</summary>
    public RecurrentFactors<TCell, T> Factors;

    /// <summary>Shape <c>[batch]</c>; null where all sequences are of full length.</summary>
    public int* Lengths;

    /// <summary>What the way forward kept: <c>[time, batch, blocks, units]</c>.</summary>
    public T* Gates;

    /// <summary>Shape <c>[time + 1, batch, units]</c>, as are the cells.</summary>
    public T* States;

    public T* Cells;

    /// <summary>With respect to the output, <c>[batch, time, hidden]</c>.</summary>
    public T* OfOutput;

    /// <summary>
    /// With respect to the state, carried from step to step: <c>[batch, units]</c>; so is the cell's.
    /// </summary>
    public T* OfState;

    public T* OfCell;

    /// <summary>With respect to a step's sums: <c>[batch, blocks, units]</c>.</summary>
    public T* OfStepSums;

    /// <summary>Their sum over the sequences and steps of a chunk: <c>[chunks, blocks, units]</c>.</summary>
    public T* OfBias;

    /// <summary>
    /// With respect to the sums over the input, <c>[batch, time, gates, hidden]</c>, as the products for the weights
    /// read it.
    /// </summary>
    public T* OfInputSums;

    /// <summary>With respect to the sums over the state; null where they are the same.</summary>
    public T* OfStateSums;

    /// <summary>Receives each step's former state, <c>[batch, time, hidden]</c>.</summary>
    public T* FormerStates;

    /// <summary>With respect to the input, <c>[batch, time, inputs]</c>; null where nobody asks for it.</summary>
    public T* OfInput;

    public bool AddsToInput;

    /// <summary>With respect to a step's input, <c>[batch, padded inputs]</c>.</summary>
    public T* OfStepInput;

    private readonly int Units => Extents.Units<T>();

    public readonly void Run(int chunk)
    {
        int first = chunk * RecurrentExtents.RowsOfChunk, rows = Extents.RowsOf(chunk);
        int width = TCell.Blocks * Units;
        Span<T> ofBias = new(OfBias + ((nint)chunk * width), width);
        ofBias.Clear();
        for (int step = Extents.Time - 1; step >= 0; step--)
        {
            T* ofSums = OfStepSums + ((nint)first * width), ofState = OfState + ((nint)first * Units);
            StepBack(first, rows, step, ofSums, ofState);
            ColumnSums.Run(new ReadOnlySpan<T>(ofSums, rows * width), ofBias, accumulate: true);
            Factors.BackToState(ofSums, rows, ofState);
            int time = Extents.TimeOf(step);
            KeepForWeights(first, rows, step, time, ofSums);
            if (OfInput != null)
            {
                PassToInput(first, rows, time, ofSums);
            }
        }
    }

    private readonly void StepBack(int first, int rows, int step, T* ofSums, T* ofState)
    {
        int time = Extents.TimeOf(step);
        nint row = ((nint)step * Extents.Batch) + first, at = row * Units, next = at + ((nint)Extents.Batch * Units);
        new RecurrentStepBack<TCell, T>
        {
            Time = time,
            Lengths = Lengths == null ? null : Lengths + first,
            Rows = rows,
            Hidden = Extents.Hidden,
            Units = Units,
            Gates = Gates + (at * TCell.Blocks),
            State = States + at,
            Cell = TCell.HasCell ? Cells + at : null,
            NextCell = TCell.HasCell ? Cells + next : null,
            OfOutput = OfOutput + ((((nint)first * Extents.Time) + time) * Extents.Hidden),
            OutputStride = (nint)Extents.Time * Extents.Hidden,
            OfState = ofState,
            OfCell = TCell.HasCell ? OfCell + ((nint)first * Units) : null,
            OfSums = ofSums,
        }.Run();
    }

    /// <summary>Puts a step's numbers where the large products at the end find them, without padding.</summary>
    private readonly void KeepForWeights(int first, int rows, int step, int time, T* ofSums)
    {
        int hidden = Extents.Hidden, units = Units, gates = TCell.Gates;
        for (int row = 0; row < rows; row++)
        {
            nint place = ((nint)(first + row) * Extents.Time) + time;
            T* states = States + ((((nint)step * Extents.Batch) + first + row) * units);
            Copy(states, FormerStates + (place * hidden), hidden);
            T* from = ofSums + ((nint)row * TCell.Blocks * units);
            for (int gate = 0; gate < gates; gate++)
            {
                nint to = ((place * gates) + gate) * hidden;
                Copy(from + ((nint)gate * units), OfInputSums + to, hidden);
                if (OfStateSums != null)
                {
                    int block = gate == gates - 1 ? gates : gate;
                    Copy(from + ((nint)block * units), OfStateSums + to, hidden);
                }
            }
        }
    }

    private readonly void PassToInput(int first, int rows, int time, T* ofSums)
    {
        int padded = AlignedMemory.RoundUp<T>(Extents.Inputs), inputs = Extents.Inputs;
        T* ofStep = OfStepInput + ((nint)first * padded);
        Factors.BackToInput(ofSums, rows, new(ofStep, padded));
        for (int row = 0; row < rows; row++)
        {
            T* to = OfInput + ((((nint)(first + row) * Extents.Time) + time) * inputs);
            Sweep.Run(
                default(Copy), new ReadOnlySpan<T>(ofStep + ((nint)row * padded), inputs), new Span<T>(to, inputs),
                AddsToInput);
        }
    }

    private static void Copy(T* from, T* to, int length) =>
        new ReadOnlySpan<T>(from, length).CopyTo(new Span<T>(to, length));
}
