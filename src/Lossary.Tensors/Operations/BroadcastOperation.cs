using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Stretching a tensor to a larger shape, and its reverse.</summary>
public static class BroadcastOperation
{
    /// <summary>The input repeated along the axes where its extent is 1 or missing.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">A shape that broadcasts to the one asked for.</param>
    /// <param name="shape">The shape asked for.</param>
    /// <returns>That shape; the input itself where it has it.</returns>
    /// <exception cref="ArgumentException">The input does not broadcast to the shape.</exception>
    public static Tensor<T> BroadcastTo<T>(this Tape<T> tape, Tensor<T> input, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Shape == shape)
        {
            return input;
        }

        RequireStretch(tape, "BroadcastTo", "input", input.Shape, "shape", shape, shape);
        Tensor<T> output = tape.Rent(shape);
        BroadcastPlan plan = BroadcastPlan.Of(shape, input.Shape, shape, shape);
        BroadcastSweep.Run(new Stretched(1), in plan, input.Values, default, default, output.Values);
        if (tape.TryRecord(output, input.RequiresGradient, out BroadcastToRecord<T>? record))
        {
            record.Input = input;
        }

        return output;
    }

    /// <summary>The input summed over the axes along which a smaller shape would be stretched to the input's.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="shape">A shape that broadcasts to the input's.</param>
    /// <returns>That shape; the input itself where it has it.</returns>
    /// <exception cref="ArgumentException">The shape does not broadcast to the input's.</exception>
    public static Tensor<T> SumTo<T>(this Tape<T> tape, Tensor<T> input, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Shape == shape)
        {
            return input;
        }

        RequireStretch(tape, "SumTo", "shape", shape, "input", input.Shape, input.Shape);
        return SumOperation.Reduce(tape, input, shape, shape, 1);
    }

    private static void RequireStretch<T>(
        Tape<T> tape, string operation, string smallName, Shape small, string largeName, Shape large, Shape expected)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Shape.TryBroadcast(small, large, out Shape together) || together != expected)
        {
            ShapeCheck.Fail(
                $"{OperationName.In(operation, tape.Scope)}: {smallName} is {small}, {largeName} is {large}; counted " +
                $"from the last, extents of {smallName} must be those of {largeName} or 1.",
                "shape");
        }
    }
}

/// <summary>∂input is ∂output summed where the input stretched.</summary>
internal sealed class BroadcastToRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            AxisReduction.Run<T, SumFold>(
                default, Output.Gradient, Output.Shape, Input.Shape, gradient, accumulate, tape);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.SumTo(pass.Upstream, Input.Shape));
        }
    }
}
