using System.Globalization;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A recurrent network over sequences, <c>[time, inputs]</c>, of one or more layers and directions.</summary>
/// <remarks>
/// Lengths of sequences come with the <see cref="ForwardPass{T}"/>: a sequence that has ended keeps its state and gives
/// 0. Weights start uniform within ±√(1 / hidden), biases at 0.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class RecurrentLayer<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly string _kind;
    private readonly int _inputs;
    private readonly RecurrentWeights<T>[] _weights;

    private protected RecurrentLayer(
        string kind, int inputs, int hidden, int gates, bool hasRecurrentBias, RecurrentOptions? options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hidden);
        _kind = kind;
        _inputs = inputs;
        Hidden = hidden;
        Options = options ?? new RecurrentOptions();
        _weights = new RecurrentWeights<T>[Options.Layers * Directions];
        for (int i = 0; i < _weights.Length; i++)
        {
            int width = i < Directions ? inputs : Directions * hidden;
            _weights[i] = new(Prefix(i), width, hidden, gates, hasRecurrentBias);
        }

        Parameters = [.. _weights.SelectMany(weights => weights.Parameters)];
    }

    /// <summary>How many units each layer and direction has.</summary>
    public int Hidden { get; }

    /// <summary>How the layer is built.</summary>
    public RecurrentOptions Options { get; }

    /// <inheritdoc/>
    public override string Name => string.Concat(
        Options.IsBidirectional ? "bidirectional " : "",
        string.Create(CultureInfo.InvariantCulture, $"{_kind} {Hidden}"),
        Options.Layers > 1 ? string.Create(CultureInfo.InvariantCulture, $", {Options.Layers} layers") : "",
        Options.GivesLastState ? ", last state" : "");

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    private int Directions => Options.IsBidirectional ? 2 : 1;

    /// <summary>
    /// Makes a state of zeros for <see cref="Forward(in ForwardPass{T}, Tensor{T}, RecurrentState{T})"/>.
    /// </summary>
    public RecurrentState<T> NewState() => new(_weights.Length);

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input)
    {
        if (input.Rank != 2 || input[1] != _inputs)
        {
            throw new ArgumentException(
                $"The layer {Name} takes sequences of rows of {_inputs}, [time, {_inputs}], but gets samples of "
                + $"{input}.",
                nameof(input));
        }

        int width = Directions * Hidden;
        return Options.GivesLastState ? new Shape(width) : new Shape(input[0], width);
    }

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (RecurrentWeights<T> weights in _weights)
        {
            weights.Initialize(random);
            StartGates(weights.Bias);
        }
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => Run(in pass, input, state: null);

    /// <summary>Computes the layer from a state on, and leaves there the state that it ended with.</summary>
    /// <param name="pass">The tape to compute on, and what is known about the batch.</param>
    /// <param name="input">Shape <c>[batch, time, inputs]</c>.</param>
    /// <param name="state">Made by <see cref="NewState"/>.</param>
    /// <returns>A batch of samples in the layer's output shape.</returns>
    public Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input, RecurrentState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Run(in pass, input, state);
    }

    /// <summary>Sets what biases start from where it is not 0.</summary>
    private protected virtual void StartGates(Tensor<T> bias)
    {
    }

    /// <summary>Computes one layer in one direction.</summary>
    private protected abstract LayerResult Run(
        in ForwardPass<T> pass, RecurrentWeights<T> weights, Tensor<T> input, Tensor<T>? state, Tensor<T>? cell,
        bool isReversed);

    private Tensor<T> Run(in ForwardPass<T> pass, Tensor<T> input, RecurrentState<T>? state)
    {
        Tensor<T> signal = input;
        for (int layer = 0; layer < Options.Layers; layer++)
        {
            if (layer > 0 && pass.Noise is RandomStream noise && Options.Dropout > 0)
            {
                signal = pass.Tape.Dropout(signal, Options.Dropout, noise);
            }

            bool isLastState = Options.GivesLastState && layer == Options.Layers - 1;
            int first = layer * Directions;
            Tensor<T> forward = Run(in pass, first, signal, state, isReversed: false, isLastState);
            signal = Options.IsBidirectional
                ? pass.Tape.Concatenate(
                    -1, forward, Run(in pass, first + 1, signal, state, isReversed: true, isLastState))
                : forward;
        }

        return signal;
    }

    private Tensor<T> Run(
        in ForwardPass<T> pass, int index, Tensor<T> input, RecurrentState<T>? state, bool isReversed, bool isLastState)
    {
        LayerResult result = Run(
            in pass, _weights[index], input, state?.States[index], state?.Cells[index], isReversed);
        if (state is null && !isLastState)
        {
            return result.States;
        }

        Tensor<T> last = pass.Tape.LastStep(result.States, pass.Lengths, isReversed);
        if (state is not null)
        {
            state.States[index] = last;
            state.Cells[index] = result.Cell;
        }

        return isLastState ? last : result.States;
    }

    private string Prefix(int index)
    {
        string layer = Options.Layers > 1
            ? string.Create(CultureInfo.InvariantCulture, $"layer {(index / Directions) + 1} ")
            : "";
        return index % Directions == 1 ? $"{layer}reversed " : layer;
    }

    /// <summary>What one layer gives in one direction.</summary>
    private protected readonly record struct LayerResult(Tensor<T> States, Tensor<T>? Cell);
}
