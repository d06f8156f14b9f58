using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Turns gradients into steps of the parameters.</summary>
/// <remarks>
/// Its state is flat, as long as the parameters, and is allocated by the first step. One optimizer serves one network.
/// Large buffers are stepped by several threads; the bits do not depend on how many.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double _learningRate;
    private int _length = -1;
    private ParameterSlice[] _slices = [];
    private Network<T>? _network;

    /// <summary>Makes an optimizer.</summary>
    /// <param name="learningRate">The size of its steps; not negative.</param>
    protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The size of the steps; a schedule may change it between them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or NaN.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = Setting.RequireNotNegative(value, nameof(LearningRate));
    }

    /// <summary>How strongly a step pulls parameters towards 0; not negative.</summary>
    /// <value>0, but for <see cref="AdamW{T}"/>.</value>
    public double WeightDecay { get; init => field = Setting.RequireNotNegative(value, nameof(WeightDecay)); }

    /// <summary>True to climb instead of descend.</summary>
    public bool Maximize { get; init; }

    /// <summary>
    /// Parameters with a learning rate of their own or without weight decay; the first that fits counts.
    /// </summary>
    /// <value>None: all parameters are treated alike.</value>
    public IReadOnlyList<ParameterGroup<T>> Groups
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Groups));
            field = [.. value];
        }
    } = [];

    /// <summary>How many steps were taken.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether a schedule may change how much of the last step's direction is kept.</summary>
    public virtual bool HasMomentum => false;

    /// <summary>Takes one step of a network, by the gradient that its last backward pass left.</summary>
    /// <param name="network">The same in every step.</param>
    /// <exception cref="ArgumentException">It is not the network of the first step.</exception>
    public void Step(Network<T> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (_network is null && _length < 0)
        {
            _slices = ParameterSlice.Of(network, Groups);
            _network = network;
        }

        if (_network != network)
        {
            throw new ArgumentException("The first step was of another network.", nameof(network));
        }

        Take(network.Weights, network.Gradients);
    }

    /// <summary>Takes one step of parameters that are treated alike.</summary>
    /// <param name="parameters">What is adjusted, <c>[n]</c>; the same n in every step.</param>
    /// <param name="gradients">The objective's gradient, <c>[n]</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ from each other or from the first step's.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are groups, which only a network's parameters have.
    /// </exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (gradients.Length != parameters.Length)
        {
            throw new ArgumentException(
                $"gradients has {gradients.Length} elements, parameters has {parameters.Length}.", nameof(gradients));
        }

        if (_length >= 0 && _length != parameters.Length)
        {
            throw new ArgumentException(
                $"parameters has {parameters.Length} elements, the first step had {_length}.", nameof(parameters));
        }

        if (Groups.Count > 0)
        {
            throw new InvalidOperationException(
                $"The optimizer has parameter groups ({Groups.Count}): step the network, not its bare parameters.");
        }

        if (_length < 0)
        {
            _slices = [new ParameterSlice(0, parameters.Length, 1, true)];
        }

        Take(parameters, gradients);
    }

    /// <summary>Changes how much of the last step's direction is kept, as a one-cycle schedule does.</summary>
    /// <param name="momentum">In [0, 1).</param>
    /// <exception cref="NotSupportedException">The optimizer has no momentum.</exception>
    public virtual void ChangeMomentum(double momentum) => throw new NotSupportedException(
        $"{GetType().Name.Split('`')[0]} was made without momentum, so that a schedule cannot change it.");

    /// <summary>Makes the state, zeroed; the first step calls it, when all settings are known.</summary>
    /// <param name="length">How many parameters there are.</param>
    protected abstract void Allocate(int length);

    /// <summary>
    /// Called once in each step, before parameters are adjusted: <see cref="Steps"/> counts it already.
    /// </summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Adjusts a run of parameters.</summary>
    /// <param name="slice">The run; the runs of a step do not overlap.</param>
    protected abstract void Update(in StepSlice<T> slice);

    /// <summary>State that starts on a cache line.</summary>
    private protected static ArraySegment<T> State(int length) => AlignedMemory.Allocate<T>(length);

    private void Take(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (_length < 0)
        {
            Allocate(parameters.Length);
            _length = parameters.Length;
        }

        Steps++;
        Begin();
        foreach (ParameterSlice slice in _slices)
        {
            Update(new StepSlice<T>
            {
                Parameters = parameters.Slice(slice.Start, slice.Length),
                Gradients = gradients.Slice(slice.Start, slice.Length),
                Start = slice.Start,
                LearningRate = LearningRate * slice.RateFactor,
                WeightDecay = slice.Decays ? WeightDecay : 0,
            });
        }
    }
}
