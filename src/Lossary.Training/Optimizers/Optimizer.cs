using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Turns gradients into steps of the parameters.</summary>
/// <remarks>
/// Its state is flat, as long as the parameters, and is allocated by the first step. One optimizer serves one network.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double _learningRate;
    private int _length = -1;

    /// <summary>Makes an optimizer.</summary>
    /// <param name="learningRate">The size of its steps; not negative.</param>
    protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The size of the steps; a schedule may change it between them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or NaN.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = RequireNotNegative(value, nameof(LearningRate));
    }

    /// <summary>How many steps were taken.</summary>
    public int Steps { get; private set; }

    /// <summary>Takes one step.</summary>
    /// <param name="parameters">What is adjusted, <c>[n]</c>; the same n in every step.</param>
    /// <param name="gradients">The objective's gradient, <c>[n]</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ from each other or from the first step's.</exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        if (gradients.Length != parameters.Length)
        {
            throw new ArgumentException(
                $"gradients has {gradients.Length} elements, parameters has {parameters.Length}.", nameof(gradients));
        }

        if (_length < 0)
        {
            _length = parameters.Length;
            Allocate(_length);
        }
        else if (_length != parameters.Length)
        {
            throw new ArgumentException(
                $"parameters has {parameters.Length} elements, the first step had {_length}.", nameof(parameters));
        }

        Steps++;
        Update(parameters, gradients);
    }

    /// <summary>Makes the state, zeroed.</summary>
    /// <param name="length">How many parameters there are.</param>
    protected abstract void Allocate(int length);

    /// <summary>Adjusts the parameters; <see cref="Steps"/> counts this step already.</summary>
    protected abstract void Update(Span<T> parameters, ReadOnlySpan<T> gradients);

    /// <summary>State that is always there, so that a kernel may take its address.</summary>
    private protected static ArraySegment<T> State(int length) => AlignedMemory.Allocate<T>(length);

    private protected static double RequireNotNegative(double value, string name) =>
        double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "Must be finite and not negative.");

    private protected static double RequireShare(double value, string name) => value >= 0 && value < 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be at least 0 and below 1.");
}
