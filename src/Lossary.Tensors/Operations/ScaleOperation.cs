using System.Numerics;

namespace Lossary.Tensors;

/// <summary>A tensor times a number.</summary>
public static class ScaleOperation
{
    /// <summary>factor · input.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="factor">Any number; nothing is differentiated by it.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Scale<T>(this Tape<T> tape, Tensor<T> input, double factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        Tensor<T> output = tape.Rent(input.Shape);
        Sweep.Run(new Multiple(factor), input.Values, output.Values);
        if (tape.TryRecord(output, input.RequiresGradient, out ScaleRecord<T>? record))
        {
            record.Input = input;
            record.Factor = factor;
        }

        return output;
    }
}

/// <summary>∂input = factor · ∂output.</summary>
internal sealed class ScaleRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public double Factor { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            Sweep.Run(new Multiple(Factor), Output.Gradient, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (GradientPass<T>.Wants(Input))
        {
            pass.Add(Input, pass.Tape.Scale(pass.Upstream, Factor));
        }
    }
}
