using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Gated recurrent units: two gates decide what of the state is read, and what is replaced.</summary>
/// <remarks>
/// Reference: K. Cho et al., "Learning Phrase Representations using RNN Encoder–Decoder", 2014,
/// doi:10.3115/v1/D14-1179; with the reset gate after the product, as cuDNN and PyTorch have it.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
/// <param name="inputs">The width of a step's input; positive.</param>
/// <param name="hidden">How many units; positive.</param>
/// <param name="options">Layers, directions, dropout, output; null for one layer that gives all states.</param>
public sealed class Gru<T>(int inputs, int hidden, RecurrentOptions? options = null)
    : RecurrentLayer<T>("GRU", inputs, hidden, gates: 3, hasRecurrentBias: true, options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected override LayerResult Run(
        in ForwardPass<T> pass, RecurrentWeights<T> weights, Tensor<T> input, Tensor<T>? state, Tensor<T>? cell,
        bool isReversed) => new(
            pass.Tape.Gru(
                input, weights.OfInput, weights.OfState, weights.Bias, weights.RecurrentBias, state, pass.Lengths,
                isReversed),
            Cell: null);
}
