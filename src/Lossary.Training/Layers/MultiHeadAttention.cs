using System.Globalization;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Each step of a sequence asks all steps, or another sequence, and takes a weighed mean of the answers.
/// </summary>
/// <remarks>
/// Queries, keys and values are linear in their sources; heads share them out by columns, and a last product brings
/// the heads together. Lengths of sequences come with the <see cref="ForwardPass{T}"/>: steps beyond are not asked,
/// and what is computed for them is of no meaning. Weights start as Xavier's, biases at 0. Reference: A. Vaswani et
/// al., "Attention Is All You Need", 2017, arXiv:1706.03762.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class MultiHeadAttention<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _width;
    private readonly Projection _query;
    private readonly Projection _key;
    private readonly Projection _value;
    private readonly Projection _output;

    /// <summary>Makes a layer.</summary>
    /// <param name="width">The width of a step, in and out; positive.</param>
    /// <param name="heads">How many heads; must divide the width.</param>
    /// <param name="isCausal">True where a step must not see later ones.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public MultiHeadAttention(int width, int heads, bool isCausal = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(heads);
        if (width % heads != 0)
        {
            throw new ArgumentException(
                $"The width is {width}, there are {heads} heads; they must divide it.", nameof(heads));
        }

        _width = width;
        Heads = heads;
        IsCausal = isCausal;
        _query = new("query", width);
        _key = new("key", width);
        _value = new("value", width);
        _output = new("output", width);
        Parameters = [.. _query.Both, .. _key.Both, .. _value.Both, .. _output.Both];
    }

    /// <summary>How many heads there are.</summary>
    public int Heads { get; }

    /// <summary>True where a step sees none after it.</summary>
    public bool IsCausal { get; }

    /// <inheritdoc/>
    public override string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsCausal ? "causal " : "")}attention, {Heads} {(Heads == 1 ? "head" : "heads")}");

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Rank == 2 && input[1] == _width
        ? input
        : throw new ArgumentException(
            $"The layer {Name} takes sequences of rows of {_width}, [time, {_width}], but gets samples of {input}.",
            nameof(input));

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (Projection projection in (ReadOnlySpan<Projection>)[_query, _key, _value, _output])
        {
            projection.Initialize(random);
        }
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input) =>
        Forward(in pass, input, input, pass.Lengths);

    /// <summary>Lets one sequence ask another.</summary>
    /// <param name="pass">The tape to compute on.</param>
    /// <param name="input">Who asks, <c>[batch, time, width]</c>.</param>
    /// <param name="memory">Who answers, <c>[batch, memory time, width]</c>.</param>
    /// <param name="memoryLengths">How many steps of each memory are real, <c>[batch]</c>; empty for all.</param>
    /// <returns>Shape <c>[batch, time, width]</c>.</returns>
    public Tensor<T> Forward(
        in ForwardPass<T> pass, Tensor<T> input, Tensor<T> memory, ReadOnlySpan<int> memoryLengths)
    {
        Tensor<T> mixed = pass.Tape.Attention(
            _query.Apply(pass.Tape, input), _key.Apply(pass.Tape, memory), _value.Apply(pass.Tape, memory), Heads,
            new AttentionMask { IsCausal = IsCausal, Lengths = memoryLengths });
        return _output.Apply(pass.Tape, mixed);
    }

    /// <summary>A linear map of every step.</summary>
    private sealed class Projection(string name, int width)
    {
        private readonly NetworkParameter<T> _weights = new(
            $"{name} weights", new Shape(width, width), isPenalized: true);
        private readonly NetworkParameter<T> _bias = new($"{name} bias", new Shape(width), isPenalized: false);

        public IEnumerable<NetworkParameter<T>> Both => [_weights, _bias];

        public void Initialize(RandomStream random)
        {
            double bound = Math.Sqrt(3.0 / width);
            foreach (ref T weight in _weights.Tensor.Values)
            {
                weight = T.CreateTruncating(((2 * random.NextDouble()) - 1) * bound);
            }

            _bias.Tensor.Values.Clear();
        }

        public Tensor<T> Apply(Tape<T> tape, Tensor<T> input) => tape.Dense(
            input, _weights.Tensor, _bias.Tensor);
    }
}
