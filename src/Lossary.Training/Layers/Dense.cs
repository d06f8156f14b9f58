using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A fully connected layer: activation(input · weights + bias), for each row of a sample.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class Dense<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly NetworkParameter<T> _weights;
    private readonly NetworkParameter<T> _bias;
    private readonly double[] _initialBias;

    /// <summary>Makes a layer.</summary>
    /// <param name="inputs">The width of what it gets; positive.</param>
    /// <param name="outputs">How many units it has; positive.</param>
    /// <param name="activation">What their sums go through; null for nothing.</param>
    /// <param name="initialization">
    /// How the weights are drawn; null for He before ReLU, Xavier before everything else.
    /// </param>
    public Dense(
        int inputs, int outputs, Activation? activation = null, Initialization? initialization = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        _inputs = inputs;
        _outputs = outputs;
        _initialBias = new double[outputs];
        _weights = new NetworkParameter<T>("weights", new Shape(inputs, outputs), isPenalized: true);
        _bias = new NetworkParameter<T>("bias", new Shape(outputs), isPenalized: false);
        Activation = activation ?? Activation.None;
        Initialization = initialization
            ?? (Activation == Activation.Relu ? Initialization.He : Initialization.Xavier);
        Parameters = [_weights, _bias];
    }

    /// <inheritdoc/>
    public override string Name => Activation == Activation.None ? "dense" : $"dense, {Activation.Name}";

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <summary>What the sums go through.</summary>
    public Activation Activation { get; }

    /// <summary>How the weights are drawn.</summary>
    public Initialization Initialization { get; }

    /// <summary>
    /// What the bias starts from, <c>[outputs]</c>: for an output layer, the targets' mean before the link.
    /// </summary>
    /// <value>Zeros.</value>
    /// <exception cref="ArgumentException">Another number of elements than outputs.</exception>
    public IReadOnlyList<double> InitialBias
    {
        get => _initialBias;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count != _outputs)
            {
                throw new ArgumentException(
                    $"InitialBias has {value.Count} elements, the layer has {_outputs} outputs.", nameof(value));
            }

            _initialBias = [.. value];
        }
    }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Rank > 0 && input[input.Rank - 1] == _inputs
        ? input.WithLast(_outputs)
        : throw new ArgumentException(
            $"The dense layer takes rows of {_inputs}, but gets samples of {input}.", nameof(input));

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        InitialWeights.Draw(_weights.Tensor.Values, Initialization, _inputs, _outputs, random);
        Span<T> bias = _bias.Tensor.Values;
        for (int i = 0; i < bias.Length; i++)
        {
            bias[i] = T.CreateTruncating(_initialBias[i]);
        }
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        pass.Tape.Dense(input, _weights.Tensor, _bias.Tensor, Activation);
}
