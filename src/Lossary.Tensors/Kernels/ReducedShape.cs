using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What is left of a shape when some axes are reduced.</summary>
internal readonly struct ReducedShape
{
    private ReducedShape(Shape kept, Shape output)
    {
        Kept = kept;
        Output = output;
    }

    /// <summary>With an extent of 1 for every axis that was reduced: broadcasts to the input.</summary>
    public Shape Kept { get; }

    /// <summary>The shape asked for.</summary>
    public Shape Output { get; }

    /// <summary>Checks the axes.</summary>
    /// <exception cref="ArgumentException">An axis is missing, named twice, or none is named.</exception>
    public static ReducedShape Of<T>(
        Tape<T> tape, string operation, Shape input, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape kept = input;
        int reduced = 0;
        foreach (int axis in axes)
        {
            if (axis < -input.Rank || axis >= input.Rank)
            {
                ShapeCheck.Fail(
                    $"{OperationName.In(operation, tape.Scope)}: input is {input}, axis is {axis}; " +
                    $"axes are {-input.Rank} … {input.Rank - 1}.", nameof(axes));
            }

            int bit = 1 << input.Axis(axis);
            if ((reduced & bit) != 0)
            {
                ShapeCheck.Fail(
                    $"{OperationName.In(operation, tape.Scope)}: input is {input}, axis {axis} is named twice.",
                    nameof(axes));
            }

            reduced |= bit;
            kept = kept.With(axis, 1);
        }

        if (reduced == 0)
        {
            ShapeCheck.Fail(
                $"{OperationName.In(operation, tape.Scope)}: input is {input}, axes is empty; name at least one.",
                nameof(axes));
        }

        return new ReducedShape(kept, keepDimensions ? kept : Without(input, reduced));
    }

    private static Shape Without(Shape input, int reduced)
    {
        Span<int> extents = stackalloc int[Shape.MaxRank];
        int rank = 0;
        for (int axis = 0; axis < input.Rank; axis++)
        {
            if ((reduced & (1 << axis)) == 0)
            {
                extents[rank++] = input[axis];
            }
        }

        return rank == 0 ? new Shape(1) : new Shape(extents[..rank]);
    }
}
