namespace Lossary.Tensors;

/// <summary>A shape seen from one of its axes: <c>[before, extent, after]</c>.</summary>
/// <param name="Before">How many elements the axes in front of it span.</param>
/// <param name="Extent">Its extent.</param>
/// <param name="After">How many elements the axes behind it span.</param>
internal readonly record struct AxisSplit(int Before, int Extent, int After)
{
    /// <summary>Splits a shape at an axis.</summary>
    /// <param name="operation">Whose argument it is.</param>
    /// <param name="name">The argument's name.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentException">The shape has no such axis.</exception>
    public static AxisSplit Of(string operation, string name, Shape shape, int axis)
    {
        int place = axis < 0 ? axis + shape.Rank : axis;
        if (place < 0 || place >= shape.Rank)
        {
            ShapeCheck.Fail($"{operation}: {name} is {shape}; it has no axis {axis}.", nameof(axis));
        }

        return new AxisSplit(shape.LengthOf(0, place), shape[place], shape.LengthOf(place + 1, shape.Rank));
    }
}
