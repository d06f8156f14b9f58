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

    /// <summary>The shape of a batch of tensors of this shape: one more axis in front.</summary>
    /// <param name="count">How many tensors; not negative.</param>
    /// <exception cref="InvalidOperationException">The shape has no room for another axis.</exception>
    public Shape WithBatch(int count) => Rank switch
    {
        0 => new Shape(count),
        1 => new Shape(count, _first),
        2 => new Shape(count, _first, _second),
        3 => new Shape(count, _first, _second, _third),
        _ => throw new InvalidOperationException($"The shape {this} has no room for another axis."),
    };

    /// <summary>The shape with another extent along its last axis.</summary>
    /// <param name="extent">The extent; not negative.</param>
    public Shape WithLast(int extent) => Rank switch
    {
        1 => new Shape(extent),
        2 => new Shape(_first, extent),
        3 => new Shape(_first, _second, extent),
        4 => new Shape(_first, _second, _third, extent),
        _ => throw new InvalidOperationException("A shape without axes has no last one."),
    };

    /// <summary>The shape as it is written in messages: <c>[32, 13]</c>.</summary>
    public override string ToString()
    {
        int[] extents = [_first, _second, _third, _fourth];
        IEnumerable<string> words = extents.Take(Rank).Select(extent => extent.ToString(CultureInfo.InvariantCulture));
        return $"[{string.Join(", ", words)}]";
    }
}
