using System.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// An activation on its own; right after a dense layer, <see cref="DenseOperation"/> does it in one go.
/// </summary>
public static class ActivateOperation
{
    /// <summary>max(input, 0); the slope at 0 is 0.</summary>
    public static Tensor<T> Relu<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Activate(input, Activation.Relu);

    /// <summary>tanh(input).</summary>
    public static Tensor<T> Tanh<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Activate(input, Activation.Tanh);

    /// <summary>1 / (1 + e⁻ˣ) for each x of the input.</summary>
    public static Tensor<T> Sigmoid<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Activate(input, Activation.Sigmoid);

    /// <summary>activation(input).</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="activation">Which one.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Activate<T>(this Tape<T> tape, Tensor<T> input, Activation activation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(activation);
        Tensor<T> output = tape.Rent(input.Shape);
        activation.Forward(input.Values, output.Values);
        if (tape.TryRecord(output, input.RequiresGradient, out ActivateRecord<T>? record))
        {
            record.Input = input;
            record.Activation = activation;
        }

        return output;
    }
}

/// <summary>∂input = slope · ∂output, the slope read off the output where that tells it.</summary>
internal sealed class ActivateRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Activation Activation { get; set; } = Activation.None;

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            ReadOnlySpan<T> kept = Activation.KnowsSlopeFromOutput ? Output.Values : Input.Values;
            Activation.Backward(kept, Output.Gradient, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            Tensor<T> kept = Activation.KnowsSlopeFromOutput ? Output : Input;
            pass.Add(Input, pass.Tape.Multiply(pass.Upstream, pass.Tape.Activate(kept, Activation.SlopeOfKept)));
        }
    }
}
