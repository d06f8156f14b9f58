using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Tensors one after the other, along an axis they have or along a new one.</summary>
public static class ConcatenateOperation
{
    /// <summary>The inputs one after the other along an axis; copies.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="axis">Which axis; negative counts from the end.</param>
    /// <param name="inputs">At least one; of one shape, but for the extent of the axis.</param>
    /// <returns>That shape, with the sum of the extents.</returns>
    /// <exception cref="ArgumentException">There is no input or no such axis, or another extent differs.</exception>
    public static Tensor<T> Concatenate<T>(this Tape<T> tape, int axis, params ReadOnlySpan<Tensor<T>> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        Shape first = First(tape, "Concatenate", inputs);
        AxisBlocks blocks = AxisBlocks.Of(tape, "Concatenate", first, axis);
        int extent = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            Shape shape = inputs[i].Shape;
            if (shape.Rank != first.Rank || shape.With(axis, blocks.Extent) != first)
            {
                ShapeCheck.Fail(
                    $"{OperationName.In("Concatenate", tape.Scope)}: input 0 is {first}, input {i} is {shape}; " +
                    $"all extents but that of axis {axis} must be equal.",
                    nameof(inputs));
            }

            extent = checked(extent + shape[shape.Axis(axis)]);
        }

        return Join(tape, inputs, first.With(axis, extent), blocks.Outer, "Concatenate");
    }

    /// <summary>The inputs side by side along a new axis; copies.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="axis">Where the new axis stands in the result; in 0 … rank of the inputs.</param>
    /// <param name="inputs">At least one; of one shape with at most five axes.</param>
    /// <returns>That shape with the new axis, as long as there are inputs.</returns>
    /// <exception cref="ArgumentException">There is no input, the axis lies elsewhere, or shapes differ.</exception>
    public static Tensor<T> Stack<T>(this Tape<T> tape, int axis, params ReadOnlySpan<Tensor<T>> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        Shape first = First(tape, "Stack", inputs);
        if (axis < 0 || axis > first.Rank || first.Rank == Shape.MaxRank)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Stack", tape.Scope)}: inputs are {first}, axis is {axis}; the new axis stands " +
                $"in 0 … {first.Rank}, and at most {Shape.MaxRank} axes are possible.",
                nameof(axis));
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Shape != first)
            {
                ShapeCheck.Fail(
                    $"{OperationName.In("Stack", tape.Scope)}: input 0 is {first}, input {i} is {inputs[i].Shape}; " +
                    "the shapes must be equal.",
                    nameof(inputs));
            }
        }

        return Join(tape, inputs, first.Insert(axis, inputs.Length), first.LengthOf(0, axis), "Stack");
    }

    private static Shape First<T>(Tape<T> tape, string operation, ReadOnlySpan<Tensor<T>> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Tensor<T> input in inputs)
        {
            ArgumentNullException.ThrowIfNull(input, nameof(inputs));
        }

        if (inputs.IsEmpty)
        {
            ShapeCheck.Fail(
                $"{OperationName.In(operation, tape.Scope)}: inputs is empty; at least one is expected.",
                nameof(inputs));
        }

        return inputs[0].Shape;
    }

    /// <summary>Each input is <c>[outer, its own]</c>; the result has them side by side in each outer row.</summary>
    private static Tensor<T> Join<T>(
        Tape<T> tape, ReadOnlySpan<Tensor<T>> inputs, Shape shape, int outer, string operation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> output = tape.Rent(shape);
        int stride = outer == 0 ? 0 : shape.Length / outer, start = 0;
        bool requiresGradient = false;
        foreach (Tensor<T> input in inputs)
        {
            int columns = outer == 0 ? 0 : input.Shape.Length / outer;
            BroadcastSweep.CopyRows(
                input.Values, columns, output.Values[start..], stride, outer, columns, accumulate: false);
            start += columns;
            requiresGradient |= input.RequiresGradient;
        }

        if (tape.TryRecord(output, requiresGradient, out ConcatenateRecord<T>? record))
        {
            record.Take(inputs, outer, operation);
        }

        return output;
    }
}

/// <summary>∂input is its own stretch of each row of ∂output.</summary>
internal sealed class ConcatenateRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Tensor<T>[] _inputs = [];
    private int _count;
    private int _outer;
    private string _name = "Concatenate";

    internal override string Name => _name;

    /// <summary>Keeps the inputs; the memory for them only grows.</summary>
    public void Take(ReadOnlySpan<Tensor<T>> inputs, int outer, string name)
    {
        if (_inputs.Length < inputs.Length)
        {
            _inputs = new Tensor<T>[inputs.Length];
        }

        inputs.CopyTo(_inputs);
        _count = inputs.Length;
        _outer = outer;
        _name = name;
    }

    protected internal override void Backward(Tape<T> tape)
    {
        int start = 0;
        foreach (Tensor<T> input in _inputs.AsSpan(0, _count))
        {
            int columns = Columns(input.Shape);
            if (input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
            {
                BroadcastSweep.CopyRows(
                    Output.Gradient[start..], Columns(Output.Shape), gradient, columns, _outer, columns, accumulate);
            }

            start += columns;
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        Tape<T> tape = pass.Tape;
        Tensor<T> rows = tape.Reshape(pass.Upstream, new Shape(_outer, Columns(Output.Shape)));
        int start = 0;
        for (int i = 0; i < _count; i++)
        {
            Tensor<T> input = _inputs[i];
            int columns = Columns(input.Shape);
            if (GradientPass<T>.Wants(input))
            {
                pass.Add(input, tape.Reshape(tape.Slice(rows, 1, start, columns), input.Shape));
            }

            start += columns;
        }
    }

    private int Columns(Shape shape) => _outer == 0 ? 0 : shape.Length / _outer;
}
