using System.Numerics;

namespace Lossary.Tensors;

/// <summary>The same numbers in another shape.</summary>
public static class ReshapeOperation
{
    /// <summary>
    /// A view of the input in another shape: numbers and gradient share the input's memory, nothing is copied.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="shape">A shape of as many elements.</param>
    /// <returns>That shape.</returns>
    /// <exception cref="ArgumentException">The new shape has more or fewer elements.</exception>
    public static Tensor<T> Reshape<T>(this Tape<T> tape, Tensor<T> input, Shape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Shape.Length != shape.Length)
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Reshape", tape.Scope)}: input is {input.Shape}, shape is {shape}; " +
                $"{input.Shape.Length} elements do not fill {shape.Length}.",
                nameof(shape));
        }

        Tensor<T> output = tape.View(shape, input, 0);
        if (tape.TryRecord(output, input.RequiresGradient, out ReshapeRecord<T>? record))
        {
            record.Input = input;
        }

        return output;
    }
}

/// <summary>∂input is ∂output: the same memory.</summary>
internal sealed class ReshapeRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    protected internal override void Backward(Tape<T> tape)
    {
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.Reshape(pass.Upstream, Input.Shape));
        }
    }
}
