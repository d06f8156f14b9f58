using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The largest and the smallest number along axes.</summary>
public static class ExtremeOperation
{
    /// <summary>The largest number over chosen axes; NaN where there is one.</summary>
    /// <remarks>Numbers that are equally large share the gradient evenly.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape; the axes must not be empty.</param>
    /// <param name="axes">Which axes, in any order; negative counts from the end.</param>
    /// <param name="keepDimensions">True to keep each of the axes with an extent of 1.</param>
    /// <returns>The input's shape without the axes; <c>[1]</c> where none is left.</returns>
    /// <exception cref="ArgumentException">An axis is missing, empty, or named twice, or none is named.</exception>
    public static Tensor<T> Max<T>(
        this Tape<T> tape, Tensor<T> input, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduce(tape, "Max", input, axes, keepDimensions, default(ExtremeFold<LargerOf>));

    /// <summary>The smallest number over chosen axes; NaN where there is one.</summary>
    /// <remarks>Numbers that are equally small share the gradient evenly.</remarks>
    /// <inheritdoc cref="Max{T}"/>
    public static Tensor<T> Min<T>(
        this Tape<T> tape, Tensor<T> input, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduce(tape, "Min", input, axes, keepDimensions, default(ExtremeFold<SmallerOf>));

    private static Tensor<T> Reduce<T, TFold>(
        Tape<T> tape, string name, Tensor<T> input, ReadOnlySpan<int> axes, bool keepDimensions, TFold fold)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFold : struct, IAxisFold
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ReducedShape shape = ReducedShape.Of(tape, name, input.Shape, axes, keepDimensions);
        if (input.Shape.Length == 0 && shape.Kept.Length > 0)
        {
            ShapeCheck.Fail(
                $"{OperationName.In(name, tape.Scope)}: input is {input.Shape}; " +
                "over an empty axis there is no such number.",
                nameof(input));
        }

        Tensor<T> output = tape.Rent(shape.Output);
        AxisReduction.Run(fold, input.Values, input.Shape, shape.Kept, output.Values, accumulate: false, tape);
        if (tape.TryRecord(output, input.RequiresGradient, out ExtremeRecord<T>? record))
        {
            record.Input = input;
            record.Kept = shape.Kept;
            record.OperationName = name;
        }

        return output;
    }
}

/// <summary>∂input = ∂output / k at each of the k numbers that are the extreme.</summary>
internal sealed class ExtremeRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    /// <summary>The output's shape as it broadcasts to the input's.</summary>
    public Shape Kept { get; set; }

    public string OperationName { get; set; } = "Max";

    internal override string Name => OperationName;

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Tensor<T> shares = Shares(tape);
            BroadcastPlan plan = BroadcastPlan.Of(Input.Shape, Input.Shape, Kept, Input.Shape);
            BroadcastSweep.Run(
                default(StretchedProduct), in plan, shares.Values, Output.Gradient, default, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.Multiply(Shares(pass.Tape), pass.Tape.Reshape(pass.Upstream, Kept)));
        }
    }

    /// <summary>1 / k at each of the k extremes, 0 elsewhere: a constant.</summary>
    private Tensor<T> Shares(Tape<T> tape)
    {
        Tensor<T> shares = tape.Rent(Input.Shape), counts = tape.Rent(Kept);
        BroadcastPlan plan = BroadcastPlan.Of(Input.Shape, Input.Shape, Kept, Input.Shape);
        BroadcastSweep.Run(default(IsSame), in plan, Input.Values, Output.Values, default, shares.Values);
        AxisReduction.Run<T, SumFold>(
            default, shares.Values, Input.Shape, Kept, counts.Values, accumulate: false, tape);
        using (tape.NoGradient())
        {
            return tape.Divide(shares, counts);
        }
    }
}
