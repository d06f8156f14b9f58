using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Long short-term memory: beside the state runs a cell that gates write, keep and read.</summary>
/// <remarks>
/// The forget gate's bias starts at 1, so that cells remember until they learn to forget (R. Jozefowicz, W. Zaremba,
/// I. Sutskever, "An Empirical Exploration of Recurrent Network Architectures", ICML 2015). Reference: S. Hochreiter,
/// J. Schmidhuber, "Long Short-Term Memory", 1997, doi:10.1162/neco.1997.9.8.1735.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
/// <param name="inputs">The width of a step's input; positive.</param>
/// <param name="hidden">How many units; positive.</param>
/// <param name="options">Layers, directions, dropout, output; null for one layer that gives all states.</param>
public sealed class Lstm<T>(int inputs, int hidden, RecurrentOptions? options = null)
    : RecurrentLayer<T>("LSTM", inputs, hidden, gates: 4, hasRecurrentBias: false, options)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected override void StartGates(Tensor<T> bias) => bias.Values.Slice(Hidden, Hidden).Fill(T.One);

    private protected override LayerResult Run(
        in ForwardPass<T> pass, RecurrentWeights<T> weights, Tensor<T> input, Tensor<T>? state, Tensor<T>? cell,
        bool isReversed)
    {
        LstmResult<T> result = pass.Tape.Lstm(
            input, weights.OfInput, weights.OfState, weights.Bias, state, cell, pass.Lengths, isReversed);
        return new(result.States, result.FinalCell);
    }
}
