using System.Numerics;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>All elements as one number.</summary>
public static class SumOperation
{
    /// <summary>Σ input, summed in double precision.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <returns>Shape <c>[1]</c>.</returns>
    public static Tensor<T> Sum<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => Reduce(tape, input, 1);

    /// <summary>Σ input / n; NaN for an empty tensor.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape of n elements.</param>
    /// <returns>Shape <c>[1]</c>.</returns>
    public static Tensor<T> Mean<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        return Reduce(tape, input, 1.0 / input.Shape.Length);
    }

    private static Tensor<T> Reduce<T>(Tape<T> tape, Tensor<T> input, double factor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        Tensor<T> output = tape.Rent(new Shape(1));
        output.Values[0] = T.CreateTruncating(Total(input.Values) * factor);
        if (tape.TryRecord(output, input.RequiresGradient, out SumRecord<T>? record))
        {
            record.Input = input;
            record.Factor = factor;
        }

        return output;
    }

    private static double Total<T>(ReadOnlySpan<T> values) where T : unmanaged => typeof(T) == typeof(float)
        ? Sums.Sum(MemoryMarshal.Cast<T, float>(values))
        : Sums.Sum(MemoryMarshal.Cast<T, double>(values));
}

/// <summary>∂input = factor · ∂output, everywhere.</summary>
internal sealed class SumRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public double Factor { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate))
        {
            double slope = Factor * double.CreateTruncating(Output.Gradient[0]);
            Sweep.Run(new Constant(slope), gradient, gradient, accumulate);
        }
    }
}
