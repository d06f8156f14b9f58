using System.Globalization;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Puts numbers that are learned for all samples alike behind each sample's own, such as the thresholds of a scale.
/// </summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class SharedOutputs<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double[] _start;
    private readonly NetworkParameter<T> _numbers;

    /// <summary>Makes a layer.</summary>
    /// <param name="start">What the numbers start from, as many as there are; at least one.</param>
    public SharedOutputs(IReadOnlyList<double> start)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfZero(start.Count, nameof(start));
        _start = [.. start];
        _numbers = new NetworkParameter<T>("shared", new Shape(1, _start.Length), isPenalized: false);
        Parameters = [_numbers];
    }

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"{_start.Length} shared outputs");

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => input.Rank == 1
        ? new(input[0] + _start.Length)
        : throw new ArgumentException(
            $"{Name} take samples that are rows of numbers, not of shape {input}.", nameof(input));

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        for (int i = 0; i < _start.Length; i++)
        {
            _numbers.Tensor.Values[i] = T.CreateTruncating(_start[i]);
        }
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Shape shape = new(input.Shape[0], _start.Length);
        return pass.Tape.Concatenate(1, input, pass.Tape.BroadcastTo(_numbers.Tensor, shape));
    }
}
