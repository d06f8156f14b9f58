using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What all convolution layers have: weights, bias, and what their sums go through.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class ConvolutionLayer<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly NetworkParameter<T> _weights;
    private readonly NetworkParameter<T>? _bias;
    private readonly int _summed;
    private readonly int _fed;

    /// <param name="options">What the layer is made of.</param>
    /// <param name="isTransposed">True where it goes from few pixels to many.</param>
    private protected ConvolutionLayer(ConvolutionOptions options, bool isTransposed)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Outputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Groups);
        if (options.Inputs % options.Groups != 0 || options.Outputs % options.Groups != 0)
        {
            throw new ArgumentException(
                $"{options.Inputs} input channels and {options.Outputs} output channels do not fall into " +
                $"{options.Groups} groups.",
                nameof(options));
        }

        Options = options;
        Activation = options.Activation ?? Activation.None;
        Initialization = options.Initialization
            ?? (Activation == Activation.Relu ? Initialization.He : Initialization.Xavier);
        Window window = options.Window;
        (int left, int right) = isTransposed
            ? (options.Outputs / options.Groups, options.Inputs)
            : (options.Inputs / options.Groups, options.Outputs);
        _weights = new NetworkParameter<T>(
            "weights", new Shape(window.Height, window.Width, left, right), isPenalized: true);
        _bias = options.HasBias
            ? new NetworkParameter<T>("bias", new Shape(options.Outputs), isPenalized: false)
            : null;
        Parameters = _bias is null ? [_weights] : [_weights, _bias];
        _summed = window.Height * window.Width * (options.Inputs / options.Groups);
        _fed = window.Height * window.Width * (options.Outputs / options.Groups);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <summary>What the layer is made of.</summary>
    public ConvolutionOptions Options { get; }

    /// <summary>What the sums go through.</summary>
    public Activation Activation { get; }

    /// <summary>How the weights are drawn.</summary>
    public Initialization Initialization { get; }

    private protected Tensor<T> Weights => _weights.Tensor;

    private protected Tensor<T>? Bias => _bias?.Tensor;

    /// <summary>ReLU costs nothing where the sums are made; the others follow.</summary>
    private protected bool IsRectified => Activation == Activation.Relu;

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        InitialWeights.Draw(_weights.Tensor.Values, Initialization, _summed, _fed, random);
        _bias?.Tensor.Values.Clear();
    }

    /// <summary>The name in tables: <c>convolution 3x3 stride 2, relu</c>.</summary>
    private protected string Named(string kind)
    {
        string groups = Options.Groups == 1 ? "" : $" in {Options.Groups} groups";
        string activation = Activation == Activation.None ? "" : $", {Activation.Name}";
        return $"{kind} {Options.Window}{groups}{activation}";
    }

    /// <summary>The sums, through the activation where that was not done yet.</summary>
    private protected Tensor<T> Activate(Tape<T> tape, Tensor<T> sums) =>
        Activation == Activation.None || IsRectified ? sums : tape.Activate(sums, Activation);

    /// <summary>Refuses samples of another rank or number of channels.</summary>
    private protected void CheckSample(string kind, Shape input, int rank)
    {
        if (input.Rank != rank || input[rank - 1] != Options.Inputs)
        {
            string expected = rank == 3 ? $"[height, width, {Options.Inputs}]" : $"[time, {Options.Inputs}]";
            throw new ArgumentException(
                $"The {kind} takes samples of {expected}, but gets samples of {input}.", nameof(input));
        }
    }
}
