namespace Lossary.Tensors;

/// <summary>
/// How operands of their own shapes run along an output: axes that all of them run along alike are merged to one.
/// </summary>
/// <remarks>Axes are counted from the innermost. A stride of 0 stays where it is: that operand is stretched.</remarks>
internal struct BroadcastPlan
{
    private AxisList _extents;
    private AxisList _xStrides;
    private AxisList _yStrides;
    private AxisList _zStrides;

    /// <summary>How many axes are left after merging; at least 1.</summary>
    public int Rank { get; private set; }

    /// <summary>How many elements the output has.</summary>
    public int Length { get; private set; }

    /// <summary>The innermost extent.</summary>
    public readonly int Inner => _extents[0];

    /// <summary>How many innermost rows there are.</summary>
    public readonly int Rows => Inner == 0 ? 0 : Length / Inner;

    /// <summary>How many rows stand at even distances, for each operand.</summary>
    public readonly int RowsOfBlock => Rank > 1 ? _extents[1] : 1;

    /// <summary>From element to element of a row: 0 or 1 for each operand.</summary>
    public readonly Offsets Steps => new(_xStrides[0], _yStrides[0], _zStrides[0]);

    /// <summary>From row to row of a block.</summary>
    public readonly Offsets RowStrides => Rank > 1 ? new(_xStrides[1], _yStrides[1], _zStrides[1]) : default;

    /// <summary>Everything of one shape.</summary>
    public static BroadcastPlan Flat(int length)
    {
        BroadcastPlan plan = new() { Rank = 1, Length = length };
        plan._extents[0] = length;
        plan._xStrides[0] = plan._yStrides[0] = plan._zStrides[0] = 1;
        return plan;
    }

    /// <summary>A plan for operands whose shapes broadcast to the output's.</summary>
    public static BroadcastPlan Of(Shape output, Shape x, Shape y, Shape z)
    {
        if (x == output && y == output && z == output)
        {
            return Flat(output.Length);
        }

        BroadcastPlan plan = new() { Length = output.Length };
        Offsets strides = new(1, 1, 1);
        for (int axis = output.Rank - 1; axis >= 0; axis--)
        {
            int extent = output[axis];
            int ofX = x.Aligned(axis, output.Rank), ofY = y.Aligned(axis, output.Rank);
            int ofZ = z.Aligned(axis, output.Rank);
            if (extent != 1)
            {
                plan.Append(
                    extent,
                    new(ofX == 1 ? 0 : strides.X, ofY == 1 ? 0 : strides.Y, ofZ == 1 ? 0 : strides.Z));
            }

            strides = new(strides.X * ofX, strides.Y * ofY, strides.Z * ofZ);
        }

        return plan.Rank == 0 ? Flat(output.Length) : plan;
    }

    /// <summary>Where a row begins in each operand.</summary>
    public readonly Offsets At(int row)
    {
        Offsets at = default;
        for (int axis = 1; axis < Rank; axis++)
        {
            (row, int index) = int.DivRem(row, _extents[axis]);
            at = new(
                at.X + (index * _xStrides[axis]), at.Y + (index * _yStrides[axis]), at.Z + (index * _zStrides[axis]));
        }

        return at;
    }

    private void Append(int extent, Offsets strides)
    {
        int last = Rank - 1;
        if (Rank > 0
            && strides.X == _xStrides[last] * _extents[last]
            && strides.Y == _yStrides[last] * _extents[last]
            && strides.Z == _zStrides[last] * _extents[last])
        {
            _extents[last] *= extent;
            return;
        }

        _extents[Rank] = extent;
        _xStrides[Rank] = strides.X;
        _yStrides[Rank] = strides.Y;
        _zStrides[Rank] = strides.Z;
        Rank++;
    }

    /// <summary>A number for each operand.</summary>
    public readonly record struct Offsets(int X, int Y, int Z);
}
