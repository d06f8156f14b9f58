using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Recurrent networks over whole sequences, each layer and direction one record.</summary>
/// <remarks>
/// Sequences of a batch may differ in length: a sequence that has ended keeps its state and gives 0, and what its
/// input holds from there on takes no part (but must be finite). In reversed order the last step comes first; a
/// sequence then begins with its own last step, and outputs stand at the places of their inputs.
/// Gates stand side by side in the columns of the weights.
/// </remarks>
public static class RecurrentOperation
{
    /// <summary>hₜ = tanh(xₜ W + hₜ₋₁ U + bias), or with max(·, 0) in place of tanh.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, time, inputs]</c>.</param>
    /// <param name="inputWeights">W, <c>[inputs, hidden]</c>.</param>
    /// <param name="recurrentWeights">U, <c>[hidden, hidden]</c>.</param>
    /// <param name="bias">Shape <c>[hidden]</c>.</param>
    /// <param name="activation">tanh or ReLU; null for tanh.</param>
    /// <param name="initialState">h₀, <c>[batch, hidden]</c>; null for zeros.</param>
    /// <param name="lengths">How many steps of each sequence count, <c>[batch]</c>; empty for all.</param>
    /// <param name="isReversed">True to begin with the last step.</param>
    /// <returns>The states, <c>[batch, time, hidden]</c>.</returns>
    /// <exception cref="ArgumentException">Shapes or lengths do not fit, or another activation.</exception>
    public static Tensor<T> Rnn<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> inputWeights, Tensor<T> recurrentWeights, Tensor<T> bias,
        Activation? activation = null, Tensor<T>? initialState = null, ReadOnlySpan<int> lengths = default,
        bool isReversed = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RecurrentArguments<T> arguments = new()
        {
            Operation = "Rnn",
            Input = input,
            InputWeights = inputWeights,
            RecurrentWeights = recurrentWeights,
            Bias = bias,
            InitialState = initialState,
            IsReversed = isReversed,
        };
        if (activation is null || activation == Activation.Tanh)
        {
            return Recurrence<TanhCell, T>.Run(tape, arguments, lengths, out _);
        }

        return activation == Activation.Relu
            ? Recurrence<ReluCell, T>.Run(tape, arguments, lengths, out _)
            : throw new ArgumentException(
                $"Rnn: activation is {activation.Name}; it must be tanh or ReLU.", nameof(activation));
    }

    /// <summary>
    /// r = σ(xW + hU + bias), z alike, n = tanh(xW + bias + r (hU + recurrentBias)), h′ = (1 − z) n + z h.
    /// </summary>
    /// <remarks>
    /// Reference: K. Cho et al., "Learning Phrase Representations using RNN Encoder–Decoder", 2014,
    /// doi:10.3115/v1/D14-1179; with the reset gate after the product, as cuDNN and PyTorch have it.
    /// </remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, time, inputs]</c>.</param>
    /// <param name="inputWeights">W, <c>[inputs, 3 · hidden]</c>: r, z, n.</param>
    /// <param name="recurrentWeights">U, <c>[hidden, 3 · hidden]</c>: r, z, n.</param>
    /// <param name="bias">Shape <c>[3 · hidden]</c>.</param>
    /// <param name="recurrentBias">That of n inside the product with r, <c>[hidden]</c>.</param>
    /// <param name="initialState">h₀, <c>[batch, hidden]</c>; null for zeros.</param>
    /// <param name="lengths">How many steps of each sequence count, <c>[batch]</c>; empty for all.</param>
    /// <param name="isReversed">True to begin with the last step.</param>
    /// <returns>The states, <c>[batch, time, hidden]</c>.</returns>
    /// <exception cref="ArgumentException">Shapes or lengths do not fit.</exception>
    public static Tensor<T> Gru<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> inputWeights, Tensor<T> recurrentWeights, Tensor<T> bias,
        Tensor<T> recurrentBias, Tensor<T>? initialState = null, ReadOnlySpan<int> lengths = default,
        bool isReversed = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(recurrentBias);
        RecurrentArguments<T> arguments = new()
        {
            Operation = "Gru",
            Input = input,
            InputWeights = inputWeights,
            RecurrentWeights = recurrentWeights,
            Bias = bias,
            RecurrentBias = recurrentBias,
            InitialState = initialState,
            IsReversed = isReversed,
        };
        return Recurrence<GruCell, T>.Run(tape, arguments, lengths, out _);
    }

    /// <summary>c′ = σ(f) c + σ(i) tanh(g), h′ = σ(o) tanh(c′), where i, f, g, o are xW + hU + bias.</summary>
    /// <remarks>
    /// Reference: S. Hochreiter, J. Schmidhuber, "Long Short-Term Memory", 1997, doi:10.1162/neco.1997.9.8.1735;
    /// forget gate: F. Gers et al., 2000, doi:10.1162/089976600300015015.
    /// </remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, time, inputs]</c>.</param>
    /// <param name="inputWeights">W, <c>[inputs, 4 · hidden]</c>: i, f, g, o.</param>
    /// <param name="recurrentWeights">U, <c>[hidden, 4 · hidden]</c>: i, f, g, o.</param>
    /// <param name="bias">Shape <c>[4 · hidden]</c>.</param>
    /// <param name="initialState">h₀, <c>[batch, hidden]</c>; null for zeros.</param>
    /// <param name="initialCell">c₀, <c>[batch, hidden]</c>; null for zeros.</param>
    /// <param name="lengths">How many steps of each sequence count, <c>[batch]</c>; empty for all.</param>
    /// <param name="isReversed">True to begin with the last step.</param>
    /// <returns>The states, <c>[batch, time, hidden]</c>, and the last cell.</returns>
    /// <exception cref="ArgumentException">Shapes or lengths do not fit.</exception>
    public static LstmResult<T> Lstm<T>(
        this Tape<T> tape, Tensor<T> input, Tensor<T> inputWeights, Tensor<T> recurrentWeights, Tensor<T> bias,
        Tensor<T>? initialState = null, Tensor<T>? initialCell = null, ReadOnlySpan<int> lengths = default,
        bool isReversed = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RecurrentArguments<T> arguments = new()
        {
            Operation = "Lstm",
            Input = input,
            InputWeights = inputWeights,
            RecurrentWeights = recurrentWeights,
            Bias = bias,
            InitialState = initialState,
            InitialCell = initialCell,
            IsReversed = isReversed,
        };
        Tensor<T> states = Recurrence<LstmCell, T>.Run(tape, arguments, lengths, out Tensor<T>? finalCell);
        return new LstmResult<T>(states, finalCell!); // A recurrence with a cell always gives the last one.
    }
}
