using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A fully connected layer's whole computation: product, bias and activation in one record.</summary>
public static class DenseOperation
{
    /// <summary>activation(input · weights + bias).</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, inputs]</c>.</param>
    /// <param name="weights">Shape <c>[inputs, outputs]</c>.</param>
    /// <param name="bias">Shape <c>[outputs]</c>.</param>
    /// <param name="activation">What the sums go through; null for nothing.</param>
    /// <returns>Shape <c>[batch, outputs]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> Dense<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> weights, Tensor<T> bias, Activation? activation = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(bias);
        ShapeCheck.Inner("Dense", nameof(input), input, nameof(weights), weights);
        if (bias.Shape.Length != weights.Shape[1])
        {
            ShapeCheck.Fail(
                $"Dense: weights is {weights.Shape}, bias is {bias.Shape}; bias needs {weights.Shape[1]} elements.",
                nameof(bias));
        }

        activation ??= Activation.None;
        if (!activation.KnowsSlopeFromOutput)
        {
            // Its backward half needs the sums themselves: an operation of its own keeps them.
            return tape.Activate(tape.Dense(input, weights, bias), activation);
        }

        Tensor<T> output = tape.Rent(new Shape(input.Shape[0], weights.Shape[1]));
        MatrixProduct.Multiply(
            MatMulOperation.AsMatrix(input), MatMulOperation.AsMatrix(weights), bias.Values,
            output.Values, accumulate: false, tape);
        if (activation != Activation.None)
        {
            // In place, while the product is still in the cache.
            activation.Forward<T>(output.Values, output.Values);
        }

        bool requiresGradient = input.RequiresGradient || weights.RequiresGradient || bias.RequiresGradient;
        if (tape.TryRecord(output, requiresGradient, out DenseRecord<T>? record))
        {
            record.Input = input;
            record.Weights = weights;
            record.Bias = bias;
            record.Activation = activation;
        }

        return output;
    }
}

/// <summary>
/// With ∂sum = slope · ∂output: ∂weights = inputᵀ · ∂sum, ∂bias = Σ rows of ∂sum, ∂input = ∂sum · weightsᵀ.
/// </summary>
internal sealed class DenseRecord<T> : Operation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Input { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Weights { get; set; } = null!; // Set right after the record is taken.

    public Tensor<T> Bias { get; set; } = null!; // Set right after the record is taken.

    public Activation Activation { get; set; } = Activation.None;

    protected internal override void Backward(Tape<T> tape)
    {
        ReadOnlySpan<T> ofSum = Output.Gradient;
        if (Activation != Activation.None)
        {
            Span<T> scaled = tape.RentMemory(Output.Shape.Length);
            Activation.Backward(Output.Values, ofSum, scaled, accumulate: false);
            ofSum = scaled;
        }

        Matrix<T> upstream = new(ofSum, Output.Shape[0], Output.Shape[1]);
        if (Weights.TryTakeGradient(tape, out Span<T> ofWeights, out bool accumulate))
        {
            Matrix<T> input = MatMulOperation.AsMatrix(Input);
            MatrixProduct.Multiply(input.Transposed, in upstream, default, ofWeights, accumulate, tape);
        }

        if (Bias.TryTakeGradient(tape, out Span<T> ofBias, out accumulate))
        {
            ColumnSums.Run(ofSum, ofBias, accumulate);
        }

        if (Input.TryTakeGradient(tape, out Span<T> ofInput, out accumulate))
        {
            Matrix<T> weights = MatMulOperation.AsMatrix(Weights);
            MatrixProduct.Multiply(in upstream, weights.Transposed, default, ofInput, accumulate, tape);
        }
    }
}
