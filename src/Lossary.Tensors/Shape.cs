using System.Globalization;

namespace Lossary.Tensors;

/// <summary>The extents of a tensor, outermost first: one to six of them.</summary>
public readonly partial record struct Shape
{
    /// <summary>The most axes that a shape has.</summary>
    public const int MaxRank = 6;

    private readonly int _first;
    private readonly int _second;
    private readonly int _third;
    private readonly int _fourth;
    private readonly int _fifth;
    private readonly int _sixth;

    /// <summary>Makes the shape of a vector, <c>[n]</c>.</summary>
    /// <param name="length">How many elements; not negative.</param>
    public Shape(int length)
        : this([length])
    {
    }

    /// <summary>Makes the shape of a matrix, <c>[rows, columns]</c>.</summary>
    /// <param name="rows">How many rows; not negative.</param>
    /// <param name="columns">How many columns; not negative.</param>
    public Shape(int rows, int columns)
        : this([rows, columns])
    {
    }

    /// <summary>Makes a shape of three extents.</summary>
    public Shape(int first, int second, int third)
        : this([first, second, third])
    {
    }

    /// <summary>Makes a shape of four extents.</summary>
    public Shape(int first, int second, int third, int fourth)
        : this([first, second, third, fourth])
    {
    }

    /// <summary>Makes a shape of any extents.</summary>
    /// <param name="extents">The extents, outermost first; at most six, none negative.</param>
    /// <exception cref="ArgumentException">
    /// There are more than six, one is negative, or a tensor of that many elements cannot be.
    /// </exception>
    public Shape(ReadOnlySpan<int> extents)
    {
        if (extents.Length > MaxRank)
        {
            throw new ArgumentException(
                $"A shape has at most {MaxRank} extents; {Text(extents)} has {extents.Length}.", nameof(extents));
        }

        Rank = extents.Length;
        Length = Rank == 0 ? 0 : LengthOf(extents);
        _first = extents.Length > 0 ? extents[0] : 1;
        _second = extents.Length > 1 ? extents[1] : 1;
        _third = extents.Length > 2 ? extents[2] : 1;
        _fourth = extents.Length > 3 ? extents[3] : 1;
        _fifth = extents.Length > 4 ? extents[4] : 1;
        _sixth = extents.Length > 5 ? extents[5] : 1;
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
            return axis switch
            {
                0 => _first,
                1 => _second,
                2 => _third,
                3 => _fourth,
                4 => _fifth,
                _ => _sixth,
            };
        }
    }

    /// <summary>The shape of a batch of tensors of this shape: one more axis in front.</summary>
    /// <param name="count">How many tensors; not negative.</param>
    /// <exception cref="ArgumentException">The shape has no room for another axis.</exception>
    public Shape WithBatch(int count) => Insert(0, count);

    /// <summary>The shape with another extent along its first axis.</summary>
    /// <param name="extent">The extent; not negative.</param>
    public Shape WithFirst(int extent) => With(0, extent);

    /// <summary>The shape with another extent along its last axis.</summary>
    /// <param name="extent">The extent; not negative.</param>
    public Shape WithLast(int extent) => With(-1, extent);

    /// <summary>The shape as it is written in messages: <c>[32, 13]</c>.</summary>
    public override string ToString()
    {
        Span<int> extents = stackalloc int[MaxRank];
        return Text(extents[..CopyTo(extents)]);
    }

    private static int LengthOf(ReadOnlySpan<int> extents)
    {
        foreach (int extent in extents)
        {
            if (extent < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(extents), $"An extent is at least 0; the shape asked for is {Text(extents)}.");
            }
        }

        long length = extents.Contains(0) ? 0 : 1;
        foreach (int extent in extents)
        {
            length *= extent;
            if (length > Array.MaxLength)
            {
                throw new ArgumentException(
                    $"A tensor holds at most {Array.MaxLength} elements; the shape {Text(extents)} has more.",
                    nameof(extents));
            }
        }

        return (int)length;
    }

    private static string Text(ReadOnlySpan<int> extents)
    {
        string[] words = new string[extents.Length];
        for (int axis = 0; axis < words.Length; axis++)
        {
            words[axis] = extents[axis].ToString(CultureInfo.InvariantCulture);
        }

        return $"[{string.Join(", ", words)}]";
    }
}
