using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A fully connected layer's whole computation: product, bias and activation in one record.</summary>
public static class DenseOperation
{
    /// <summary>activation(input · weights + bias).</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">
    /// Shape <c>[batch, inputs]</c>, or with more axes in front: <c>[batch, time, inputs]</c>.
    /// </param>
    /// <param name="weights">Shape <c>[inputs, outputs]</c>.</param>
    /// <param name="bias">Shape <c>[outputs]</c>.</param>
    /// <param name="activation">What the sums go through; null for nothing.</param>
    /// <returns>Shape <c>[batch, outputs]</c>, with the axes of the input in front.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor<T> Dense<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> weights, Tensor<T> bias, Activation? activation = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(bias);
        RequireFit(tape, input, weights);
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

        Tensor<T> output = tape.Rent(input.Shape.With(-1, weights.Shape[1]));
        Matrix<T> left = DenseRecord<T>.Rows(input, input.Values), right = DenseRecord<T>.Rows(weights, weights.Values);
        if (activation == Activation.None)
        {
            MatrixProduct.Multiply(in left, in right, bias.Values, output.Values, accumulate: false, tape);
        }
        else
        {
            MatrixProduct.Multiply(in left, in right, bias.Values, activation, output.Values, tape);
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

    private static void RequireFit<T>(Tape<T> tape, Tensor<T> input, Tensor<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(input);
        ShapeCheck.Matrix("Dense", nameof(weights), weights);
        if (input.Shape.Rank < 2 || input.Shape[input.Shape.Rank - 1] != weights.Shape[0])
        {
            ShapeCheck.Fail(
                $"{OperationName.In("Dense", tape.Scope)}: input is {input.Shape}, weights is {weights.Shape}; " +
                $"the last of two or more axes of input must be as long as weights has rows ({weights.Shape[0]}).",
                nameof(input));
        }
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

    /// <summary>All axes but the last taken for rows.</summary>
    public static Matrix<T> Rows(Tensor<T> tensor, ReadOnlySpan<T> values)
    {
        Shape shape = tensor.Shape;
        return new(values, shape.LengthOf(0, shape.Rank - 1), shape[shape.Rank - 1]);
    }

    protected internal override void Backward(Tape<T> tape)
    {
        ReadOnlySpan<T> ofSum = Output.Gradient;
        if (Activation != Activation.None)
        {
            Span<T> scaled = tape.RentMemory(Output.Shape.Length);
            Activation.Backward(Output.Values, ofSum, scaled, accumulate: false);
            ofSum = scaled;
        }

        Matrix<T> upstream = Rows(Output, ofSum);
        if (Weights.TryTakeGradient(tape, out Span<T> ofWeights, out bool accumulate))
        {
            Matrix<T> input = Rows(Input, Input.Values);
            MatrixProduct.Multiply(input.Transposed, in upstream, default, ofWeights, accumulate, tape);
        }

        if (Bias.TryTakeGradient(tape, out Span<T> ofBias, out accumulate))
        {
            ColumnSums.Run(ofSum, ofBias, accumulate);
        }

        if (Input.TryTakeGradient(tape, out Span<T> ofInput, out accumulate))
        {
            Matrix<T> weights = Rows(Weights, Weights.Values);
            MatrixProduct.Multiply(in upstream, weights.Transposed, default, ofInput, accumulate, tape);
        }
    }

    internal override void RecordBackward(GradientPass<T> pass)
    {
        Tape<T> tape = pass.Tape;
        Shape rows = new(Output.Shape.LengthOf(0, Output.Shape.Rank - 1), Weights.Shape[1]);
        Tensor<T> ofSum = Activation == Activation.None
            ? pass.Upstream
            : tape.Multiply(pass.Upstream, tape.Activate(Output, Activation.SlopeOfKept));
        Tensor<T> upstream = Output.Shape.Rank == 2 ? ofSum : tape.Reshape(ofSum, rows);
        if (GradientPass<T>.Wants(Weights))
        {
            Tensor<T> input = Input.Shape.Rank == 2 ? Input : tape.Reshape(Input, new(rows[0], Weights.Shape[0]));
            pass.Add(Weights, tape.Product(input, transposesLeft: true, upstream, transposesRight: false));
        }

        if (GradientPass<T>.Wants(Bias))
        {
            pass.Add(Bias, tape.SumTo(upstream, Bias.Shape));
        }

        if (GradientPass<T>.Wants(Input))
        {
            Tensor<T> gradient = tape.Product(upstream, transposesLeft: false, Weights, transposesRight: true);
            pass.Add(Input, Input.Shape.Rank == 2 ? gradient : tape.Reshape(gradient, Input.Shape));
        }
    }
}
