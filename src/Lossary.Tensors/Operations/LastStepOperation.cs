using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Takes the step of each sequence that was computed last.</summary>
public static class LastStepOperation
{
    /// <summary>Each sequence's last step that counts, or in reversed order its first.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, time, width]</c>.</param>
    /// <param name="lengths">How many steps of each sequence count, <c>[batch]</c>; empty for all.</param>
    /// <param name="isReversed">True where the last step was computed first.</param>
    /// <returns>Shape <c>[batch, width]</c>.</returns>
    /// <exception cref="ArgumentException">The shape or the lengths do not fit.</exception>
    public static Tensor<T> LastStep<T>(
        this Tape<T> tape, Tensor<T> input, ReadOnlySpan<int> lengths = default, bool isReversed = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        SequenceCheck.Input("LastStep", nameof(input), input);
        int batch = input.Shape[0], time = input.Shape[1], width = input.Shape[2];
        SequenceCheck.Lengths("LastStep", lengths, batch, time);
        Tensor<T> output = tape.Rent(new Shape(batch, width));
        bool isRecorded = tape.TryRecord(output, input.RequiresGradient, out LastStepRecord<T>? record);
        int[] rows = isRecorded ? record!.RowsFor(input, batch) : [];
        for (int sequence = 0; sequence < batch; sequence++)
        {
            int step = isReversed ? 0 : (lengths.IsEmpty ? time : lengths[sequence]) - 1;
            int row = (sequence * time) + step;
            input.Values.Slice(row * width, width).CopyTo(output.Values[(sequence * width)..]);
            if (isRecorded)
            {
                rows[sequence] = row;
            }
        }

        return output;
    }
}

/// <summary>The chosen rows get the output's gradient, the others nothing.</summary>
internal sealed class LastStepRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T> _input = null!; // Set right after the record is taken.
    private int[] _rows = [];

    /// <summary>Where the chosen rows are to be put; the array only grows.</summary>
    public int[] RowsFor(Tensor<T> input, int count)
    {
        _input = input;
        if (_rows.Length < count)
        {
            _rows = new int[count];
        }

        return _rows;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        if (!_input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        int width = Output.Shape[1];
        ReadOnlySpan<T> ofOutput = Output.Gradient;
        for (int i = 0; i < Output.Shape[0]; i++)
        {
            Sweep.Run(
                default(Copy), ofOutput.Slice(i * width, width), gradient.Slice(_rows[i] * width, width),
                accumulate: true);
        }
    }
}
