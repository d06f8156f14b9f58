using System.Globalization;
using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// Adds to each step where it stands, as waves of many lengths: sin and cos of place / 10000^(2i / width).
/// </summary>
/// <remarks>Reference: A. Vaswani et al., "Attention Is All You Need", 2017, arXiv:1706.03762, section 3.5.</remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public sealed class SinusoidalPositions<T> : Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _width;
    private readonly int _longest;
    private readonly ArraySegment<T> _table;
    private Tensor<T> _positions;

    /// <summary>Makes a layer.</summary>
    /// <param name="width">The width of a step; positive and even.</param>
    /// <param name="longest">How many steps a sequence may have; positive.</param>
    /// <exception cref="ArgumentException">The width is odd.</exception>
    public SinusoidalPositions(int width, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longest);
        if (width % 2 != 0)
        {
            throw new ArgumentException($"The width is {width}; sines and cosines take an even one.", nameof(width));
        }

        _width = width;
        _longest = longest;
        _table = AlignedMemory.Allocate<T>(checked(longest * width));
        for (int i = 0; i < _table.Count; i++)
        {
            int column = i % width;
            double angle = i / width / Math.Pow(10000, (column - (column % 2)) / (double)width);
            _table[i] = T.CreateTruncating(column % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
        }

        _positions = new Tensor<T>(new Shape(longest, width), _table);
    }

    /// <inheritdoc/>
    public override string Name =>
        string.Create(CultureInfo.InvariantCulture, $"sinusoidal positions, up to {_longest}");

    /// <inheritdoc/>
    public override Shape OutputShape(Shape input) => PositionCheck.Sample(Name, input, _longest, _width);

    /// <inheritdoc/>
    public override Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input)
    {
        int time = PositionCheck.Time(Name, input, _longest, _width);
        if (_positions.Shape[0] != time)
        {
            _positions = new Tensor<T>(new Shape(time, _width), _table.Slice(0, time * _width));
        }

        return pass.Tape.Add(input, _positions);
    }
}
