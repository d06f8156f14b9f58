using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Dense layers over each step of sequences.</summary>
internal static class StepProducts
{
    /// <summary>activation(step · weights + bias) for every step.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, time, inputs]</c>.</param>
    /// <param name="weights">Shape <c>[inputs, outputs]</c>.</param>
    /// <param name="bias">Shape <c>[outputs]</c>.</param>
    /// <param name="activation">What the sums go through.</param>
    /// <returns>Shape <c>[batch, time, outputs]</c>.</returns>
    public static Tensor<T> Steps<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> weights, Tensor<T> bias, Activation activation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = input.Shape;
        if (shape.Rank != 3 || shape[2] != weights.Shape[0])
        {
            throw new ArgumentException(
                $"The weights are {weights.Shape}, the input is {shape}; it must be [batch, time, {weights.Shape[0]}].",
                nameof(input));
        }

        Tensor<T> rows = tape.Reshape(input, new Shape(shape[0] * shape[1], shape[2]));
        Tensor<T> output = tape.Dense(rows, weights, bias, activation);
        return tape.Reshape(output, new Shape(shape[0], shape[1], output.Shape[1]));
    }
}
