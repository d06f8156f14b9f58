namespace Lossary.Tensors;

/// <summary>How a permuted tensor is read: axes of the output that stay neighbours in the input are merged.</summary>
/// <remarks>Axes are counted from the innermost of the output, which is written in order.</remarks>
internal struct PermutationPlan
{
    private AxisList _extents;
    private AxisList _fromStrides;
    private AxisList _toStrides;

    /// <summary>How many axes are left after merging.</summary>
    public int Rank { get; private set; }

    /// <summary>True where the numbers stay in order: only extents of 1 move.</summary>
    public readonly bool IsInOrder => Rank == 0 || (Rank == 1 && _fromStrides[0] == 1);

    /// <summary>The axis that runs together with the innermost one: that along which the input is in order.</summary>
    public readonly int Second
    {
        get
        {
            for (int axis = 1; axis < Rank; axis++)
            {
                if (_fromStrides[axis] == 1)
                {
                    return axis;
                }
            }

            return 1;
        }
    }

    /// <summary>A plan.</summary>
    /// <param name="input">The input's shape, not empty.</param>
    /// <param name="axes">For each axis of the output, which axis of the input it is.</param>
    public static PermutationPlan Of(Shape input, AxisList axes)
    {
        PermutationPlan plan = default;
        int toStride = 1;
        for (int i = input.Rank - 1; i >= 0; i--)
        {
            int extent = input[axes[i]];
            if (extent != 1)
            {
                plan.Append(extent, input.LengthOf(axes[i] + 1, input.Rank), toStride);
                toStride *= extent;
            }
        }

        return plan;
    }

    public readonly int Extent(int axis) => _extents[axis];

    public readonly int FromStride(int axis) => _fromStrides[axis];

    public readonly int ToStride(int axis) => _toStrides[axis];

    /// <summary>Where a block of the innermost and the second axis begins, counted over all other axes.</summary>
    public readonly (nint From, nint To) At(int block, int second)
    {
        (nint from, nint to) = (0, 0);
        for (int axis = 1; axis < Rank; axis++)
        {
            if (axis != second)
            {
                (block, int index) = int.DivRem(block, _extents[axis]);
                from += (nint)index * _fromStrides[axis];
                to += (nint)index * _toStrides[axis];
            }
        }

        return (from, to);
    }

    private void Append(int extent, int fromStride, int toStride)
    {
        int last = Rank - 1;
        if (Rank > 0 && fromStride == _fromStrides[last] * _extents[last])
        {
            _extents[last] *= extent;
            return;
        }

        _extents[Rank] = extent;
        _fromStrides[Rank] = fromStride;
        _toStrides[Rank] = toStride;
        Rank++;
    }
}
