using System.Numerics;

namespace Lossary.Tensors;

/// <summary>A number whose gradient came with it: how a loss that computes both in one pass stands on a tape.</summary>
public static class ObjectiveOperation
{
    /// <summary>Records a value computed elsewhere.</summary>
    /// <remarks>Its gradient cannot be differentiated again: how it changes is not known here.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">What the value was computed from; any shape.</param>
    /// <param name="value">The value.</param>
    /// <param name="gradient">
    /// The value's gradient with respect to the input, in the input's shape; must stay as it is until the backward
    /// pass:
    /// <see cref="Tape{T}.Rent"/> it.
    /// </param>
    /// <returns>The value, <c>[1]</c>.</returns>
    /// <exception cref="ArgumentException">The gradient's shape is not the input's.</exception>
    public static Tensor<T> Objective<T>(this Tape<T> tape, Tensor<T> input, double value, Tensor<T> gradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(gradient);
        if (gradient.Shape != input.Shape)
        {
            ShapeCheck.Fail(
                $"Objective: input is {input.Shape}, gradient is {gradient.Shape}; the shapes must be equal.",
                nameof(gradient));
        }

        Tensor<T> output = tape.Rent(new Shape(1));
        output.Values[0] = T.CreateTruncating(value);
        if (tape.TryRecord(output, input.RequiresGradient, out ObjectiveRecord<T>? record))
        {
            record.Input = input;
            record.Slope = gradient;
        }

        return output;
    }
}

/// <summary>∂input = ∂output · the gradient written at forward time.</summary>
internal class ObjectiveRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Slope { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Sweep.Run(new Multiple(double.CreateTruncating(Output.Gradient[0])), Slope.Values, gradient, accumulate);
        }
    }
}
