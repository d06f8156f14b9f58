using System.Numerics;

namespace Lossary.Tensors;

/// <summary>A border along an axis.</summary>
public static class PadOperation
{
    /// <summary>The input with more elements before and after it along an axis.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="axis">Which axis; negative counts from the end.</param>
    /// <param name="before">How many elements before; not negative.</param>
    /// <param name="after">How many elements after; not negative.</param>
    /// <param name="value">What they are.</param>
    /// <returns>The input's shape with the axis longer by both.</returns>
    /// <exception cref="ArgumentException">There is no such axis, or a length is negative.</exception>
    public static Tensor<T> Pad<T>(
        this Tape<T> tape, Tensor<T> input, int axis, int before, int after, double value = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        AxisBlocks blocks = AxisBlocks.Of(tape, "Pad", input.Shape, axis);
        if (before < 0 || after < 0)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Pad", tape.Scope)}: input is {input.Shape}, before is {before}, " +
                $"after is {after}; neither may be negative.",
                nameof(before));
        }

        Shape shape = input.Shape.With(axis, checked(before + blocks.Extent + after));
        Tensor<T> output = tape.Rent(shape);
        output.Values.Fill(T.CreateTruncating(value));
        int columns = blocks.Extent * blocks.Inner;
        int stride = shape[shape.Axis(axis)] * blocks.Inner;
        BroadcastSweep.CopyRows(
            input.Values, columns, output.Values[(before * blocks.Inner)..], stride, blocks.Outer, columns,
            accumulate: false);
        if (tape.TryRecord(output, input.RequiresGradient, out PadRecord<T>? record))
        {
            record.Input = input;
            record.Axis = shape.Axis(axis);
            record.Before = before;
            record.Blocks = blocks;
        }

        return output;
    }
}

/// <summary>∂input is what lies within the border of ∂output.</summary>
internal sealed class PadRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public int Axis { get; set; }

    public int Before { get; set; }

    public AxisBlocks Blocks { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            int columns = Blocks.Extent * Blocks.Inner;
            BroadcastSweep.CopyRows(
                Output.Gradient[(Before * Blocks.Inner)..], Output.Shape[Axis] * Blocks.Inner, gradient, columns,
                Blocks.Outer, columns, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.Slice(pass.Upstream, Axis, Before, Blocks.Extent));
        }
    }
}
