using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A plain recurrent network: hₜ = tanh(xₜ W + hₜ₋₁ U + bias), or with ReLU.</summary>
/// <remarks>Reference: J. L. Elman, "Finding Structure in Time", 1990, doi:10.1207/s15516709cog1402_1.</remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
/// <param name="inputs">The width of a step's input; positive.</param>
/// <param name="hidden">How many units; positive.</param>
/// <param name="activation">tanh or ReLU; null for tanh.</param>
/// <param name="options">Layers, directions, dropout, output; null for one layer that gives all states.</param>
public sealed class Rnn<T>(
    int inputs, int hidden, Activation? activation = null, RecurrentOptions? options = null)
    : RecurrentLayer<T>("RNN", inputs, hidden, gates: 1, hasRecurrentBias: false, options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What the sums go through.</summary>
    public Activation Activation { get; } =
        activation is null || activation == Activation.Tanh || activation == Activation.Relu
            ? activation ?? Activation.Tanh
            : throw new ArgumentException(
                $"The activation is {activation.Name}; it must be tanh or ReLU.", nameof(activation));

    private protected override LayerResult Run(
        in ForwardPass<T> pass, RecurrentWeights<T> weights, Tensor<T> input, Tensor<T>? state, Tensor<T>? cell,
        bool isReversed) => new(
            pass.Tape.Rnn(
                input, weights.OfInput, weights.OfState, weights.Bias, Activation, state, pass.Lengths, isReversed),
            Cell: null);
}
