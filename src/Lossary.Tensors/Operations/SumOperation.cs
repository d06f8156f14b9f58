using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Sums and means, over everything or over chosen axes.</summary>
public static class SumOperation
{
    /// <summary>Σ input, summed in double precision.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <returns>Shape <c>[1]</c>.</returns>
    public static Tensor<T> Sum<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => Reduce(tape, input, new Shape(1), new Shape(1), 1);

    /// <summary>Σ input / n; NaN for an empty tensor.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape of n elements.</param>
    /// <returns>Shape <c>[1]</c>.</returns>
    public static Tensor<T> Mean<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        return Reduce(tape, input, new Shape(1), new Shape(1), 1.0 / input.Shape.Length);
    }

    /// <summary>The sums over chosen axes; 0 over an empty one.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="axes">Which axes, in any order; negative counts from the end.</param>
    /// <param name="keepDimensions">True to keep each summed axis with an extent of 1.</param>
    /// <returns>The input's shape without the axes; <c>[1]</c> where none is left.</returns>
    /// <exception cref="ArgumentException">An axis is missing or named twice, or none is named.</exception>
    public static Tensor<T> Sum<T>(
        this Tape<T> tape, Tensor<T> input, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ReducedShape shape = ReducedShape.Of(tape, "Sum", input.Shape, axes, keepDimensions);
        return Reduce(tape, input, shape.Kept, shape.Output, 1);
    }

    /// <summary>The means over chosen axes; NaN over an empty one.</summary>
    /// <inheritdoc cref="Sum{T}(Tape{T}, Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Mean<T>(
        this Tape<T> tape, Tensor<T> input, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ReducedShape shape = ReducedShape.Of(tape, "Mean", input.Shape, axes, keepDimensions);
        double factor = (double)shape.Kept.Length / input.Shape.Length;
        return Reduce(tape, input, shape.Kept, shape.Output, factor);
    }

    /// <summary>factor · the sums that turn the input's shape into the kept one.</summary>
    internal static Tensor<T> Reduce<T>(Tape<T> tape, Tensor<T> input, Shape kept, Shape shape, double factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        Tensor<T> output = tape.Rent(shape);
        if (kept.Length == 1)
        {
            output.Values[0] = T.CreateTruncating(SumFold.Total<T>(input.Values) * factor);
        }
        else
        {
            AxisReduction.Run<T, SumFold>(
                default, input.Values, input.Shape, kept, output.Values, accumulate: false, tape);
            if (factor != 1)
            {
                Sweep.Run(new Multiple(factor), output.Values, output.Values);
            }
        }

        if (tape.TryRecord(output, input.RequiresGradient, out SumRecord<T>? record))
        {
            record.Input = input;
            record.Kept = kept;
            record.Factor = factor;
        }

        return output;
    }
}

/// <summary>∂input = factor · ∂output, stretched along the axes that were summed.</summary>
internal sealed class SumRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    /// <summary>The output's shape as it broadcasts to the input's.</summary>
    public Shape Kept { get; set; }

    public double Factor { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            BroadcastPlan plan = BroadcastPlan.Of(Input.Shape, Kept, Input.Shape, Input.Shape);
            BroadcastSweep.Run(
                new Stretched(Factor), in plan, Output.Gradient, default, default, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            Tensor<T> slope = Factor == 1 ? pass.Upstream : pass.Tape.Scale(pass.Upstream, Factor);
            pass.Add(Input, pass.Tape.BroadcastTo(pass.Tape.Reshape(slope, Kept), Input.Shape));
        }
    }
}
