using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Layers one after the other, whose parameters live in one flat piece of memory.</summary>
/// <remarks>
/// In the flat memory each parameter starts on a cache line; the gaps hold zeros, and stay so. One network serves one
/// thread at a time.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Network<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int PredictionBatch = 256;

    private readonly Tape<T> _tape = new();
    private readonly Layer<T>[] _layers;
    private readonly ArraySegment<T> _weights;
    private readonly ArraySegment<T> _gradients;

    /// <summary>Puts layers together and draws their initial weights.</summary>
    /// <param name="inputs">The width of a row of features; positive.</param>
    /// <param name="layers">The layers, first to last; each belongs to this network alone.</param>
    /// <param name="seed">What the initial weights are drawn from: the same seed, the same bits.</param>
    /// <exception cref="ArgumentException">A layer does not take what the one before it gives.</exception>
    public Network(int inputs, IReadOnlyList<Layer<T>> layers, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentNullException.ThrowIfNull(layers);
        Inputs = inputs;
        _layers = [.. layers];
        Outputs = Layers.Aggregate(inputs, (width, layer) => layer.OutputWidth(width));
        Parameters = [.. Layers.SelectMany(layer => layer.Parameters)];
        ParameterCount = Parameters.Sum(parameter => parameter.Shape.Length);
        int length = Parameters.Sum(parameter => AlignedMemory.RoundUp<T>(parameter.Shape.Length));
        _weights = AlignedMemory.Allocate<T>(length);
        _gradients = AlignedMemory.Allocate<T>(length);
        AttachParameters();
        RandomStream random = new RandomStream(seed).Split("weights");
        for (int i = 0; i < Layers.Count; i++)
        {
            Layers[i].Initialize(random.Split((ulong)i));
        }
    }

    /// <summary>The width of a row of features.</summary>
    public int Inputs { get; }

    /// <summary>How many raw predictions a row gets.</summary>
    public int Outputs { get; }

    /// <summary>First to last.</summary>
    public IReadOnlyList<Layer<T>> Layers => _layers;

    /// <summary>The parameters of all layers, in order.</summary>
    public IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <summary>How many numbers training adjusts.</summary>
    public int ParameterCount { get; }

    /// <summary>
    /// The flat memory of all parameters: copy it to keep the network's state, copy back to restore it.
    /// </summary>
    public Span<T> Weights => _weights;

    /// <summary>The gradient of every number in <see cref="Weights"/>.</summary>
    public Span<T> Gradients => _gradients;

    /// <summary>
    /// Makes a multi-layer perceptron: hidden layers with activation and dropout, then a linear output.
    /// </summary>
    /// <param name="options">Its widths, activation, dropout and seed.</param>
    public static Network<T> Perceptron(PerceptronOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<Layer<T>> layers = [];
        int width = options.Inputs;
        foreach (int units in options.Hidden)
        {
            layers.Add(new Dense<T>(width, units, options.Activation, options.Initialization));
            if (options.Dropout != 0)
            {
                layers.Add(new Dropout<T>(options.Dropout));
            }

            width = units;
        }

        IReadOnlyList<double> bias = options.OutputBias ?? new double[options.Outputs];
        layers.Add(new Dense<T>(width, options.Outputs, Activation.None, options.Initialization) { InitialBias = bias });
        return new Network<T>(options.Inputs, layers, options.Seed);
    }

    /// <summary>Computes the raw predictions of rows.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, inputs]</c>.</param>
    /// <param name="noise">Where chance comes from while training; null in inference.</param>
    /// <returns>Shape <c>[batch, outputs]</c>.</returns>
    public Tensor<T> Forward(Tape<T> tape, Tensor<T> input, RandomStream? noise = null)
    {
        Tensor<T> signal = input;
        foreach (Layer<T> layer in _layers)
        {
            signal = layer.Forward(tape, signal, noise);
        }

        return signal;
    }

    /// <summary>Sets the gradient to 0.</summary>
    public void ClearGradients() => Gradients.Clear();

    /// <summary>The raw predictions of chosen rows of a table, in inference, batch by batch.</summary>
    /// <param name="features">The table, row by row, <c>[n, inputs]</c>.</param>
    /// <param name="rows">Which rows, <c>[m]</c>; each in 0 … n − 1.</param>
    /// <param name="output">Receives the predictions, <c>[m, outputs]</c>.</param>
    /// <exception cref="ArgumentException">The output has another length.</exception>
    public void Predict(ReadOnlySpan<T> features, ReadOnlySpan<int> rows, Span<T> output)
    {
        if (output.Length != rows.Length * Outputs)
        {
            throw new ArgumentException(
                $"output has {output.Length} elements; " +
                $"{rows.Length} rows of {Outputs} predictions need {rows.Length * Outputs}.",
                nameof(output));
        }

        using NoGradientScope<T> scope = _tape.NoGradient();
        for (int start = 0; start < rows.Length; start += PredictionBatch)
        {
            _tape.Reset();
            ReadOnlySpan<int> batch = rows.Slice(start, Math.Min(PredictionBatch, rows.Length - start));
            Tensor<T> predictions = Forward(_tape, _tape.Rows(features, Inputs, batch));
            predictions.Values.CopyTo(output[(start * Outputs)..]);
        }
    }

    /// <summary>The network as a table: each layer's name, output shape and number of parameters.</summary>
    public override string ToString() => NetworkTable.Of(this);

    private void AttachParameters()
    {
        int start = 0;
        foreach (NetworkParameter<T> parameter in Parameters)
        {
            int length = parameter.Shape.Length;
            parameter.Attach(_weights.Slice(start, length), _gradients.Slice(start, length));
            start += AlignedMemory.RoundUp<T>(length);
        }
    }
}
