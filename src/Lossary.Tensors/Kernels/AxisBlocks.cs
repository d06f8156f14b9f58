using System.Numerics;

namespace Lossary.Tensors;

/// <summary>A tensor seen from one axis: <c>[outer, extent, inner]</c>.</summary>
internal readonly record struct AxisBlocks(int Outer, int Extent, int Inner)
{
    /// <summary>Checks the axis, which counts from the end where it is negative.</summary>
    /// <exception cref="ArgumentException">The shape has no such axis.</exception>
    public static AxisBlocks Of<T>(Tape<T> tape, string operation, Shape shape, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (axis < -shape.Rank || axis >= shape.Rank)
        {
            ShapeCheck.Fail(
                $"{OperationName.In(operation, tape.Scope)}: input is {shape}, axis is {axis}; " +
                $"axes are {-shape.Rank} … {shape.Rank - 1}.",
                nameof(axis));
        }

        int own = shape.Axis(axis);
        return new AxisBlocks(shape.LengthOf(0, own), shape[own], shape.LengthOf(own + 1, shape.Rank));
    }
}
