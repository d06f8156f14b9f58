using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The logarithm of a sum of exponentials.</summary>
public static class LogSumExpOperation
{
    /// <summary>ln Σ eˣ over chosen axes, without overflow.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape; the axes must not be empty.</param>
    /// <param name="axes">Which axes, in any order; negative counts from the end.</param>
    /// <param name="keepDimensions">True to keep each of the axes with an extent of 1.</param>
    /// <returns>The input's shape without the axes; <c>[1]</c> where none is left.</returns>
    /// <exception cref="ArgumentException">An axis is missing, empty, or named twice, or none is named.</exception>
    public static Tensor<T> LogSumExp<T>(
        this Tape<T> tape, Tensor<T> input, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ReducedShape shape = ReducedShape.Of(tape, "LogSumExp", input.Shape, axes, keepDimensions);
        if (input.Shape.Length == 0 && shape.Kept.Length > 0)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("LogSumExp", tape.Scope)}: input is {input.Shape}; an axis is empty.",
                nameof(input));
        }

        Tensor<T> output = tape.Rent(shape.Output);
        Evaluate(tape, input, shape.Kept, output.Values);
        if (tape.TryRecord(output, input.RequiresGradient, out LogSumExpRecord<T>? record))
        {
            record.Input = input;
            record.Kept = shape.Kept;
        }

        return output;
    }

    private static void Evaluate<T>(Tape<T> tape, Tensor<T> input, Shape kept, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> maxima = tape.RentMemory(kept.Length).AsSpan(), terms = tape.Workspace(input.Shape.Length);
        AxisReduction.Run<T, ExtremeFold<LargerOf>>(
            default, input.Values, input.Shape, kept, maxima, accumulate: false, tape);
        BroadcastPlan plan = BroadcastPlan.Of(input.Shape, input.Shape, kept, input.Shape);
        BroadcastSweep.Run(default(ExponentialBelow), in plan, input.Values, maxima, default, terms);
        AxisReduction.Run<T, SumFold>(default, terms, input.Shape, kept, output, accumulate: false, tape);
        BroadcastSweep.Run(default(LogarithmAbove), output, maxima, default, output);
    }
}

/// <summary>∂input = e to the (input − output) · ∂output: the softmax.</summary>
internal sealed class LogSumExpRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    /// <summary>The output's shape as it broadcasts to the input's.</summary>
    public Shape Kept { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            BroadcastPlan plan = BroadcastPlan.Of(Input.Shape, Input.Shape, Kept, Kept);
            BroadcastSweep.Run(
                default(ExponentialShare), in plan, Input.Values, Output.Values, Output.Gradient, gradient,
                accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            Tape<T> tape = pass.Tape;
            Tensor<T> softmax = tape.Exp(tape.Subtract(Input, tape.Reshape(Output, Kept)));
            pass.Add(Input, tape.Multiply(softmax, tape.Reshape(pass.Upstream, Kept)));
        }
    }
}
