using System.Globalization;

namespace Lossary.Tensors;

/// <summary>The extents of a tensor, outermost first: one to four of them.</summary>
public readonly record struct Shape
{
    private readonly int _first;
    private readonly int _second;
    private readonly int _third;
    private readonly int _fourth;

    /// <summary>Makes the shape of a vector, <c>[n]</c>.</summary>
    /// <param name="length">How many elements; not negative.</param>
    public Shape(int length)
        : this(1, length, 1, 1, 1)
    {
    }

    /// <summary>Makes the shape of a matrix, <c>[rows, columns]</c>.</summary>
    /// <param name="rows">How many rows; not negative.</param>
    /// <param name="columns">How many columns; not negative.</param>
    public Shape(int rows, int columns)
        : this(2, rows, columns, 1, 1)
    {
    }

    /// <summary>Makes a shape of three extents.</summary>
    public Shape(int first, int second, int third)
        : this(3, first, second, third, 1)
    {
    }

    /// <summary>Makes a shape of four extents.</summary>
    public Shape(int first, int second, int third, int fourth)
        : this(4, first, second, third, fourth)
    {
    }

    private Shape(int rank, int first, int second, int third, int fourth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfNegative(third);
        ArgumentOutOfRangeException.ThrowIfNegative(fourth);
        Rank = rank;
        Length = checked(first * second * third * fourth);
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
    }

    /// <summary>How many extents there are; 0 for the default shape, which holds nothing.</summary>
    public int Rank { get; }

    /// <summary>How many elements a tensor of this shape has.</summary>
    public int Length { get; }

    /// <summary>The extent along an axis, counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public int this[int axis]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(axis);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(axis, Rank);
            return axis switch { 0 => _first, 1 => _second, 2 => _third, _ => _fourth };
        }
    }

    /// <summary>The shape as it is written in messages: <c>[32, 13]</c>.</summary>
    public override string ToString()
    {
        int[] extents = [_first, _second, _third, _fourth];
        IEnumerable<string> words = extents.Take(Rank).Select(extent => extent.ToString(CultureInfo.InvariantCulture));
        return $"[{string.Join(", ", words)}]";
    }
}
