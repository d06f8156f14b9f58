using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Scores as shares that add up to 1 along an axis.</summary>
public static class SoftmaxOperation
{
    /// <summary>e^x / Σ e^x along an axis, the largest x first taken off, so that nothing overflows.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="axis">Along which the shares add up to 1; negative ones count from the end, −1 the last.</param>
    /// <returns>The same shape.</returns>
    /// <exception cref="ArgumentException">The input has no such axis.</exception>
    public static Tensor<T> Softmax<T>(this Tape<T> tape, Tensor<T> input, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T> => Compute("Softmax", tape, input, axis, isLogarithm: false);

    /// <summary>The logarithm of softmax, x − ln Σ e^x, with all its digits where the share is tiny.</summary>
    /// <inheritdoc cref="Softmax"/>
    public static Tensor<T> LogSoftmax<T>(this Tape<T> tape, Tensor<T> input, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T> => Compute("LogSoftmax", tape, input, axis, isLogarithm: true);

    /// <summary>Softmax of −x: the smallest has the largest share.</summary>
    /// <inheritdoc cref="Softmax"/>
    public static Tensor<T> Softmin<T>(this Tape<T> tape, Tensor<T> input, int axis = -1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        return Compute("Softmin", tape, tape.Scale(input, -1), axis, isLogarithm: false);
    }

    private static Tensor<T> Compute<T>(
        string operation, Tape<T> tape, Tensor<T> input, int axis, bool isLogarithm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        AxisSplit split = AxisSplit.Of(operation, nameof(input), input.Shape, axis);
        Tensor<T> output = tape.Rent(input.Shape);
        if (output.Shape.Length > 0)
        {
            if (split.After == 1)
            {
                SoftmaxRows.Forward(input.Values, split.Extent, isLogarithm, output.Values);
            }
            else
            {
                SoftmaxColumns.Forward(input.Values, split.Extent, split.After, isLogarithm, output.Values);
            }
        }

        if (tape.TryRecord(output, input.RequiresGradient, out SoftmaxRecord<T>? record))
        {
            record.Input = input;
            record.Axis = axis;
            record.Split = split;
            record.IsLogarithm = isLogarithm;
        }

        return output;
    }
}

/// <summary>With p the softmax and g = ∂output: ∂input = p (g − Σ p g), and for the logarithm g − p Σ g.</summary>
internal sealed class SoftmaxRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public int Axis { get; set; }

    public AxisSplit Split { get; set; }

    public bool IsLogarithm { get; set; }

    protected internal override void Backward(Tape<T> tape)
    {
        if (!Input.TryTakeGradient(tape, out Span<T> gradient, out bool accumulate) || gradient.IsEmpty)
        {
            return;
        }

        ReadOnlySpan<T> output = Output.Values, upstream = Output.Gradient;
        if (Split.After == 1)
        {
            SoftmaxRows.Backward(output, upstream, Split.Extent, IsLogarithm, gradient, accumulate);
        }
        else
        {
            SoftmaxColumns.Backward(output, upstream, Split.Extent, Split.After, IsLogarithm, gradient, accumulate);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        if (!GradientPass<T>.Wants(Input))
        {
            return;
        }

        Tape<T> tape = pass.Tape;
        Tensor<T> share = IsLogarithm ? tape.Exp(Output) : Output;
        Tensor<T> weighed = IsLogarithm ? pass.Upstream : tape.Multiply(share, pass.Upstream);
        Tensor<T> total = tape.Multiply(share, tape.Sum(weighed, [Axis], keepDimensions: true));
        pass.Add(Input, tape.Subtract(weighed, total));
    }
}
