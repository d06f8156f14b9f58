using System.Numerics;

namespace Lossary.Tensors;

/// <summary>A range along an axis, and a tensor cut into such ranges.</summary>
public static class SliceOperation
{
    /// <summary>The elements start … start + length − 1 along an axis.</summary>
    /// <remarks>
    /// Shares the input's memory, numbers and gradient, where the range lies in one piece: along the first axis, or
    /// where all axes before have an extent of 1. Copies elsewhere.
    /// </remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="axis">Which axis; negative counts from the end.</param>
    /// <param name="start">The first element; not negative.</param>
    /// <param name="length">How many elements; not negative.</param>
    /// <returns>The input's shape with the length for the axis's extent.</returns>
    /// <exception cref="ArgumentException">There is no such axis, or the range leaves it.</exception>
    public static Tensor<T> Slice<T>(this Tape<T> tape, Tensor<T> input, int axis, int start, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        AxisBlocks blocks = AxisBlocks.Of(tape, "Slice", input.Shape, axis);
        if (start < 0 || length < 0 || start > blocks.Extent - length)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Slice", tape.Scope)}: input is {input.Shape}, axis {axis} has " +
                $"{blocks.Extent} elements; start {start} and length {length} leave it.",
                nameof(start));
        }

        Shape shape = input.Shape.With(axis, length);
        Tensor<T> output;
        if (blocks.Outer == 1)
        {
            output = tape.View(shape, input, start * blocks.Inner);
        }
        else
        {
            output = tape.Rent(shape);
            int stride = blocks.Extent * blocks.Inner, columns = length * blocks.Inner;
            BroadcastSweep.CopyRows(
                input.Values[Math.Min(start * blocks.Inner, input.Shape.Length)..], stride, output.Values, columns,
                blocks.Outer, columns, accumulate: false);
        }

        if (tape.TryRecord(output, input.RequiresGradient, out SliceRecord<T>? record))
        {
            record.Input = input;
            record.Axis = input.Shape.Axis(axis);
            record.Start = start;
            record.Blocks = blocks;
        }

        return output;
    }

    /// <summary>Cuts a tensor into equal ranges along an axis.</summary>
    /// <remarks>Shares memory where <see cref="Slice{T}"/> does.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="axis">Which axis; negative counts from the end.</param>
    /// <param name="parts">Receives the ranges in order; as many as its length, which divides the extent.</param>
    /// <exception cref="ArgumentException">There is no such axis, or it does not divide.</exception>
    public static void Split<T>(this Tape<T> tape, Tensor<T> input, int axis, Span<Tensor<T>> parts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        int extent = AxisBlocks.Of(tape, "Split", input.Shape, axis).Extent;
        if (parts.Length == 0 || extent % parts.Length != 0)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Split", tape.Scope)}: input is {input.Shape}; axis {axis} of {extent} elements " +
                $"does not divide into {parts.Length} equal parts.",
                nameof(parts));
        }

        int length = extent / parts.Length;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = tape.Slice(input, axis, i * length, length);
        }
    }

    /// <summary>Cuts a tensor into ranges of chosen lengths along an axis.</summary>
    /// <remarks>Shares memory where <see cref="Slice{T}"/> does.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="axis">Which axis; negative counts from the end.</param>
    /// <param name="lengths">The lengths in order; their sum is the extent, <c>[k]</c>.</param>
    /// <param name="parts">Receives the ranges in order, <c>[k]</c>.</param>
    /// <exception cref="ArgumentException">
    /// There is no such axis, the lengths do not add up to its extent, or there are not as many parts as lengths.
    /// </exception>
    public static void Split<T>(
        this Tape<T> tape, Tensor<T> input, int axis, ReadOnlySpan<int> lengths, Span<Tensor<T>> parts)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        int extent = AxisBlocks.Of(tape, "Split", input.Shape, axis).Extent;
        long total = 0;
        foreach (int length in lengths)
        {
            total += length;
        }

        if (lengths.Length != parts.Length || total != extent)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Split", tape.Scope)}: input is {input.Shape}; the {lengths.Length} lengths add " +
                $"up to {total} of the {extent} elements of axis {axis}, for {parts.Length} parts.",
                nameof(lengths));
        }

        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = tape.Slice(input, axis, start, lengths[i]);
            start += lengths[i];
        }
    }
}

/// <summary>∂output is a part of ∂input: the same memory, or added to it.</summary>
internal sealed class SliceRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public int Axis { get; set; }

    public int Start { get; set; }

    public AxisBlocks Blocks { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Blocks.Outer == 1 || !Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            return;
        }

        if (!accumulate)
        {
            gradient.Clear();
        }

        int columns = Output.Shape[Axis] * Blocks.Inner;
        BroadcastSweep.CopyRows(
            Output.Gradient, columns, gradient[Math.Min(Start * Blocks.Inner, gradient.Length)..],
            Blocks.Extent * Blocks.Inner, Blocks.Outer, columns, accumulate: true);
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            int after = Blocks.Extent - Start - Output.Shape[Axis];
            pass.Add(Input, pass.Tape.Pad(pass.Upstream, Axis, Start, after));
        }
    }
}
