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
    private readonly LayerChain<T> _chain;
    private readonly ArraySegment<T> _state;
    private readonly ArraySegment<T> _weights;
    private readonly ArraySegment<T> _gradients;

    /// <summary>Puts layers together and draws their initial weights, for rows of features.</summary>
    /// <param name="inputs">The width of a row of features; positive.</param>
    /// <param name="layers">The layers, first to last; each belongs to this network alone.</param>
    /// <param name="seed">What the initial weights are drawn from: the same seed, the same bits.</param>
    /// <exception cref="ArgumentException">A layer does not take what the one before it gives.</exception>
    public Network(int inputs, IReadOnlyList<Layer<T>> layers, ulong seed)
        : this(new Shape(inputs), layers, seed)
    {
    }

    /// <summary>Puts layers together and draws their initial weights, for samples of any shape.</summary>
    /// <param name="sample">
    /// The shape of one sample, such as <c>[13]</c>, <c>[height, width, channels]</c> or <c>[time, width]</c>; its axes
    /// positive.
    /// </param>
    /// <param name="layers">The layers, first to last; each belongs to this network alone.</param>
    /// <param name="seed">What the initial weights are drawn from: the same seed, the same bits.</param>
    /// <exception cref="ArgumentException">A layer does not take what the one before it gives.</exception>
    public Network(Shape sample, IReadOnlyList<Layer<T>> layers, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sample.Length, nameof(sample));
        _chain = new LayerChain<T>("", layers);
        InputShape = sample;
        OutputShape = _chain.OutputShape(sample);
        Layer<T>[] all = [.. LayerTree.Flatten(Layers)];
        Parameters = [.. all.SelectMany(layer => layer.Parameters)];
        Buffers = [.. all.SelectMany(layer => layer.Buffers)];
        ParameterCount = Parameters.Sum(parameter => parameter.Shape.Length);
        int length = PaddedLength(Parameters);
        _state = AlignedMemory.Allocate<T>(length + PaddedLength(Buffers));
        _weights = _state.Slice(0, length);
        _gradients = AlignedMemory.Allocate<T>(length);
        AttachParameters();
        AttachBuffers(length);
        LayerTree.Initialize(Layers, new RandomStream(seed).Split("weights"));
    }

    /// <summary>The shape of one sample.</summary>
    public Shape InputShape { get; }

    /// <summary>The shape of one sample's raw predictions.</summary>
    public Shape OutputShape { get; }

    /// <summary>How many numbers a sample has.</summary>
    public int Inputs => InputShape.Length;

    /// <summary>How many raw predictions a sample gets.</summary>
    public int Outputs => OutputShape.Length;

    /// <summary>First to last.</summary>
    public IReadOnlyList<Layer<T>> Layers => _chain.Layers;

    /// <summary>The parameters of all layers, in order.</summary>
    public IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <summary>What the layers learn by themselves, such as running means.</summary>
    public IReadOnlyList<NetworkParameter<T>> Buffers { get; }

    /// <summary>How many numbers training adjusts.</summary>
    public int ParameterCount { get; }

    /// <summary>The flat memory of all parameters: what an optimizer steps over.</summary>
    public Span<T> Weights => _weights;

    /// <summary>
    /// The flat memory of all parameters and buffers: copy it to keep what the network has learnt, copy back to restore
    /// it. It begins with <see cref="Weights"/>.
    /// </summary>
    public Span<T> State => _state;

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
        layers.Add(
            new Dense<T>(width, options.Outputs, Activation.None, options.Initialization) { InitialBias = bias });
        if (options.Shared.Count > 0)
        {
            layers.Add(new SharedOutputs<T>(options.Shared));
        }

        return new Network<T>(options.Inputs, layers, options.Seed);
    }

    /// <summary>Computes the raw predictions of a batch.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">A batch of samples, <c>[batch, …]</c>.</param>
    /// <param name="noise">Where chance comes from while training; null in inference.</param>
    /// <returns>A batch of raw predictions, <c>[batch, …]</c>.</returns>
    public Tensor<T> Forward(Tape<T> tape, Tensor<T> input, RandomStream? noise = null) =>
        Forward(new ForwardPass<T>(tape, noise), input);

    /// <summary>Computes the raw predictions of a batch.</summary>
    /// <param name="pass">The tape to compute on, and what is known about the batch.</param>
    /// <param name="input">A batch of samples, <c>[batch, …]</c>.</param>
    /// <returns>A batch of raw predictions, <c>[batch, …]</c>.</returns>
    public Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) => _chain.Forward(in pass, input);

    /// <summary>
    /// Computes the raw predictions of a batch with other numbers in place of the network's parameters.
    /// </summary>
    /// <remarks>
    /// What made the numbers on the tape is differentiated through: a step of training, a mean over networks.
    /// </remarks>
    /// <param name="pass">The tape to compute on, and what is known about the batch.</param>
    /// <param name="input">A batch of samples, <c>[batch, …]</c>.</param>
    /// <param name="parameters">One tensor for each of <see cref="Parameters"/>, in its shape.</param>
    /// <returns>A batch of raw predictions, <c>[batch, …]</c>.</returns>
    /// <exception cref="ArgumentException">There are more or fewer, or one has another shape.</exception>
    public Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input, IReadOnlyList<Tensor<T>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (!parameters.Select(parameter => parameter.Shape).SequenceEqual(Parameters.Select(own => own.Shape)))
        {
            throw new ArgumentException(
                $"parameters has the shapes {string.Join(", ", parameters.Select(parameter => parameter.Shape))}; the "
                + $"" +
                $"network's are {string.Join(", ", Parameters.Select(own => own.Shape))}.",
                nameof(parameters));
        }

        try
        {
            for (int i = 0; i < parameters.Count; i++)
            {
                Parameters[i].StandIn = parameters[i];
            }

            return Forward(in pass, input);
        }
        finally
        {
            foreach (NetworkParameter<T> parameter in Parameters)
            {
                parameter.StandIn = null;
            }
        }
    }

    /// <summary>Sets the gradient to 0.</summary>
    public void ClearGradients() => Gradients.Clear();

    /// <summary>The raw predictions of chosen samples of a table, in inference, batch by batch.</summary>
    /// <param name="features">The table, sample by sample, <c>[n, …]</c>.</param>
    /// <param name="rows">Which samples, <c>[m]</c>; each in 0 … n − 1.</param>
    /// <param name="output">Receives the predictions, <c>[m, …]</c>.</param>
    /// <param name="lengths">
    /// How many steps of each sequence of the table are real, <c>[n]</c>; empty where all are.
    /// </param>
    /// <exception cref="ArgumentException">The output has another length.</exception>
    public void Predict(
        ReadOnlySpan<T> features, ReadOnlySpan<int> rows, Span<T> output, ReadOnlySpan<int> lengths = default)
    {
        if (output.Length != rows.Length * Outputs)
        {
            throw new ArgumentException(
                $"output has {output.Length} elements; " +
                $"{rows.Length} rows of {Outputs} predictions need {rows.Length * Outputs}.",
                nameof(output));
        }

        using NoGradientScope<T> scope = _tape.NoGradient();
        Span<int> batchLengths = lengths.IsEmpty ? default : stackalloc int[PredictionBatch];
        for (int start = 0; start < rows.Length; start += PredictionBatch)
        {
            _tape.Reset();
            ReadOnlySpan<int> batch = rows.Slice(start, Math.Min(PredictionBatch, rows.Length - start));
            for (int i = 0; i < batch.Length && !lengths.IsEmpty; i++)
            {
                batchLengths[i] = lengths[batch[i]];
            }

            Tensor<T> input = _tape.Rent(InputShape.WithBatch(batch.Length));
            SampleRows.Copy(features, Inputs, batch, input.Values, Inputs);
            ForwardPass<T> pass = new(_tape, null, lengths.IsEmpty ? default : batchLengths[..batch.Length]);
            Forward(in pass, input).Values.CopyTo(output[(start * Outputs)..]);
        }
    }

    /// <summary>The raw predictions of all samples of a table, in inference.</summary>
    /// <param name="features">The table, sample by sample, <c>[n, …]</c>.</param>
    /// <returns>The predictions, <c>[n, …]</c>, in memory of their own.</returns>
    /// <exception cref="ArgumentException">The features are no whole number of samples.</exception>
    public T[] Predict(ReadOnlySpan<T> features)
    {
        (int count, int rest) = Math.DivRem(features.Length, Inputs);
        if (rest != 0)
        {
            throw new ArgumentException(
                $"features has {features.Length} elements; samples of {InputShape} need a multiple of {Inputs}.",
                nameof(features));
        }

        T[] output = new T[checked(count * Outputs)];
        Predict(features, [.. Enumerable.Range(0, count)], output);
        return output;
    }

    /// <summary>The network as a table: each layer's name, output shape and number of parameters.</summary>
    public override string ToString() => NetworkTable.Of(this);

    private static int PaddedLength(IReadOnlyList<NetworkParameter<T>> parameters) =>
        parameters.Sum(parameter => AlignedMemory.RoundUp<T>(parameter.Shape.Length));

    private void AttachBuffers(int start)
    {
        foreach (NetworkParameter<T> buffer in Buffers)
        {
            buffer.Attach(_state.Slice(start, buffer.Shape.Length));
            start += AlignedMemory.RoundUp<T>(buffer.Shape.Length);
        }
    }

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
