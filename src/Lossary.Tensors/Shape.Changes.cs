namespace Lossary.Tensors;

/// <content>Shapes made of shapes.</content>
public readonly partial record struct Shape
{
    /// <summary>Writes the extents down.</summary>
    /// <param name="extents">Receives them; at least as many as the rank.</param>
    /// <returns>The rank.</returns>
    public int CopyTo(Span<int> extents)
    {
        for (int axis = 0; axis < Rank; axis++)
        {
            extents[axis] = this[axis];
        }

        return Rank;
    }

    /// <summary>The axis counted from 0 that a number means, which counts from the end where it is negative.</summary>
    /// <param name="axis">In −rank … rank − 1; −1 is the last axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public int Axis(int axis) => axis >= -Rank && axis < Rank
        ? axis + (axis < 0 ? Rank : 0)
        : throw new ArgumentOutOfRangeException(nameof(axis), axis, $"The shape {this} has axes {-Rank} … {Rank - 1}.");

    /// <summary>The shape with another extent along one axis.</summary>
    /// <param name="axis">Which axis; negative counts from the end.</param>
    /// <param name="extent">Its new extent; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public Shape With(int axis, int extent)
    {
        Span<int> extents = stackalloc int[MaxRank];
        int rank = CopyTo(extents);
        extents[Axis(axis)] = extent;
        return new Shape(extents[..rank]);
    }

    /// <summary>The shape without one axis; <c>[1]</c> where it was the only one.</summary>
    /// <param name="axis">Which axis; negative counts from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axis.</exception>
    public Shape Without(int axis)
    {
        Span<int> extents = stackalloc int[MaxRank];
        int rank = CopyTo(extents), gone = Axis(axis);
        extents[(gone + 1)..].CopyTo(extents[gone..]);
        return rank == 1 ? new Shape(1) : new Shape(extents[..(rank - 1)]);
    }

    /// <summary>The shape with one more axis.</summary>
    /// <param name="axis">Where the new axis stands in the new shape; in 0 … rank.</param>
    /// <param name="extent">Its extent; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The axis lies elsewhere.</exception>
    /// <exception cref="ArgumentException">The shape has six axes already.</exception>
    public Shape Insert(int axis, int extent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(axis);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(axis, Rank);
        Span<int> extents = stackalloc int[MaxRank + 1];
        int rank = CopyTo(extents);
        extents[axis..rank].CopyTo(extents[(axis + 1)..]);
        extents[axis] = extent;
        return new Shape(extents[..(rank + 1)]);
    }

    /// <summary>How many elements the axes from one to before another span: the length of a flattened part.</summary>
    /// <param name="start">The first axis; in 0 … rank.</param>
    /// <param name="end">The axis after the last; in start … rank.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such axes.</exception>
    public int LengthOf(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Rank);
        int length = 1;
        for (int axis = start; axis < end; axis++)
        {
            length = checked(length * this[axis]);
        }

        return length;
    }

    /// <summary>
    /// The shape of what an elementwise operation makes of two shapes: aligned at their last axes, an extent of 1 (or
    /// none) stretches to the other's (NumPy's broadcasting rules).
    /// </summary>
    /// <param name="left">One shape.</param>
    /// <param name="right">The other.</param>
    /// <param name="broadcast">Their common shape; the default shape where there is none.</param>
    /// <returns>True where the shapes can stand together.</returns>
    public static bool TryBroadcast(Shape left, Shape right, out Shape broadcast)
    {
        broadcast = left;
        if (left == right)
        {
            return true;
        }

        int rank = Math.Max(left.Rank, right.Rank);
        Span<int> extents = stackalloc int[MaxRank];
        for (int axis = 0; axis < rank; axis++)
        {
            int ofLeft = left.Aligned(axis, rank), ofRight = right.Aligned(axis, rank);
            if (ofLeft != ofRight && ofLeft != 1 && ofRight != 1)
            {
                broadcast = default;
                return false;
            }

            extents[axis] = ofLeft == 1 ? ofRight : ofLeft;
        }

        broadcast = new Shape(extents[..rank]);
        return left.Rank > 0 && right.Rank > 0;
    }

    /// <summary>The extent along an axis of a shape of higher rank that this one is aligned to at the end.</summary>
    internal int Aligned(int axis, int rank) => axis < rank - Rank ? 1 : this[axis - (rank - Rank)];
}
