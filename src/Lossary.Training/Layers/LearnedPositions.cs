using System.Globalization;
using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Adds to each step a learned row for its place.</summary>
/// <remarks>Rows start normal with standard deviation 0.02 (A. Radford et al., GPT-2, 2019).</remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class LearnedPositions<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double StandardDeviation = 0.02;

    private readonly int _width;
    private readonly int _longest;
    private readonly NetworkParameter<T> _positions;
    private Tensor<T> _places;

    /// <summary>Makes a layer.</summary>
    /// <param name="width">The width of a step; positive.</param>
    /// <param name="longest">How many steps a sequence may have; positive.</param>
    public LearnedPositions(int width, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longest);
        _width = width;
        _longest = longest;
        _positions = new NetworkParameter<T>("positions", new Shape(longest, width), isPenalized: false);
        _places = Places(longest);
        Parameters = [_positions];
    }

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"learned positions, up to {_longest}");

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkParameter<T>> Parameters { get; }

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => PositionCheck.Sample(Name, input, _longest, _width);

    /// <inheritdoc/>
    public override void Initialize(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (ref T number in _positions.Tensor.Values)
        {
            number = T.CreateTruncating(StandardDeviation * random.NextNormal());
        }
    }

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        int time = PositionCheck.Time(Name, input, _longest, _width);
        if (_places.Shape[0] != time)
        {
            _places = Places(time);
        }

        return pass.Tape.Add(input, pass.Tape.Embedding(_places, _positions.Tensor));
    }

    private static Tensor<T> Places(int count) =>
        new(new Shape(count), Enumerable.Range(0, count).Select(T.CreateChecked).ToArray());
}
