using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The forward half of every recurrent operation.</summary>
internal static unsafe class Recurrence<TCell, T>
    where TCell : struct, IRecurrentCell
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The states after each step, and the cell after the last where there is one.</summary>
    public static Tensor<T> Run(
        Tape<T> tape, RecurrentArguments<T> arguments, ReadOnlySpan<int> lengths, out Tensor<T>? finalCell)
    {
        ArgumentNullException.ThrowIfNull(tape);
        arguments.Check(TCell.Gates, lengths);
        RecurrentExtents extents = arguments.Extents;
        bool keepsSteps = tape.IsRecording && arguments.RequiresGradient;
        RecurrentMemory<T> memory = RecurrentMemory<T>.Rent<TCell>(tape, extents, keepsSteps);
        Start(arguments.InitialState, memory.States, extents);
        if (TCell.HasCell)
        {
            Start(arguments.InitialCell, memory.Cells, extents);
        }

        Tensor<T> output = tape.Rent(new Shape(extents.Batch, extents.Time, extents.Hidden));
        RecurrentForward<TCell, T> job = new()
        {
            Extents = extents,
            Factors = new(tape, extents, arguments.InputWeights, arguments.RecurrentWeights, isTransposed: false),
            KeepsSteps = keepsSteps,
        };
        ArraySegment<T> bias = PadBias(tape, arguments, extents);
        fixed (int* ends = lengths)
        fixed (T* input = arguments.Input.Values, biases = bias.AsSpan(), to = output.Values)
        fixed (T* sums = memory.Sums.AsSpan(), states = memory.States.AsSpan(), cells = memory.Cells.AsSpan())
        {
            job.Lengths = ends;
            job.Input = input;
            job.Bias = biases;
            job.Sums = sums;
            job.States = states;
            job.Cells = cells;
            job.Output = to;
            RunChunks(extents, job);
        }

        finalCell = TCell.HasCell ? Last(tape, memory.Cells, extents) : null;
        Record(tape, arguments, lengths, memory, output, finalCell);
        return output;
    }

    /// <summary>Runs a job's chunks, on several threads where that pays.</summary>
    public static void RunChunks<TJob>(RecurrentExtents extents, TJob job) where TJob : struct, IJob
    {
        if (extents.IsLarge(TCell.Gates))
        {
            WorkerPool.Shared.Run(extents.Chunks, job);
            return;
        }

        for (int chunk = 0; chunk < extents.Chunks; chunk++)
        {
            job.Run(chunk);
        }
    }

    private static void Record(
        Tape<T> tape, RecurrentArguments<T> arguments, ReadOnlySpan<int> lengths, RecurrentMemory<T> memory,
        Tensor<T> output, Tensor<T>? finalCell)
    {
        if (!tape.TryRecord(output, arguments.RequiresGradient, out RecurrentRecord<TCell, T>? record))
        {
            return;
        }

        record.Arguments = arguments;
        record.KeepLengths(lengths);
        record.Memory = memory;
        record.FinalCell = finalCell;
        if (finalCell is not null && tape.TryRecord(finalCell, requiresGradient: true, out FinalCellRecord<T>? last))
        {
            last.States = output;
        }
    }

    /// <summary>The first states, padded with zeros.</summary>
    private static void Start(Tensor<T>? initial, Span<T> states, RecurrentExtents extents)
    {
        int units = extents.Units<T>();
        Span<T> first = states[..(extents.Batch * units)];
        first.Clear();
        if (initial is not null)
        {
            PaddedRows.Pad(initial.Values, extents.Hidden, first, units);
        }
    }

    private static Tensor<T> Last(Tape<T> tape, Span<T> cells, RecurrentExtents extents)
    {
        int units = extents.Units<T>();
        Tensor<T> last = tape.Rent(new Shape(extents.Batch, extents.Hidden));
        PaddedRows.Strip(cells[^(extents.Batch * units)..], units, last.Values, extents.Hidden);
        return last;
    }

    private static ArraySegment<T> PadBias(Tape<T> tape, RecurrentArguments<T> arguments, RecurrentExtents extents)
    {
        int hidden = extents.Hidden, units = extents.Units<T>();
        ArraySegment<T> bias = tape.RentMemory(TCell.Blocks * units);
        bias.AsSpan().Clear();
        PaddedRows.Pad(arguments.Bias.Values, hidden, bias, units);
        arguments.RecurrentBias?.Values.CopyTo(bias.AsSpan(TCell.Gates * units));
        return bias;
    }
}
