namespace Lossary.Tensors;

/// <summary>
/// The axes of a tensor that is reduced, merged to groups that are kept and groups that are reduced by turns.
/// </summary>
internal struct AxisGroups
{
    private AxisList _extents;
    private bool _innermostIsReduced;
    private int _count;

    /// <summary>How many groups still are to be reduced.</summary>
    public readonly int ReducedCount => (_count + (_innermostIsReduced ? 1 : 0)) / 2;

    /// <param name="input">The tensor's shape.</param>
    /// <param name="kept">A shape that broadcasts to it: reduced where its extent is 1 and the input's is not.</param>
    public static AxisGroups Of(Shape input, Shape kept)
    {
        AxisGroups groups = default;
        bool isReduced = false;
        for (int axis = input.Rank - 1; axis >= 0; axis--)
        {
            if (input[axis] == 1)
            {
                continue;
            }

            bool isReducedHere = kept.Aligned(axis, input.Rank) == 1;
            if (groups._count == 0)
            {
                groups._innermostIsReduced = isReducedHere;
            }

            if (groups._count == 0 || isReducedHere != isReduced)
            {
                groups._extents[groups._count++] = 1;
            }

            groups._extents[groups._count - 1] *= input[axis];
            isReduced = isReducedHere;
        }

        return groups;
    }

    /// <summary>Takes the innermost group that is reduced away.</summary>
    public (int Outer, int Reduced, int Inner) Take()
    {
        int index = _innermostIsReduced ? 0 : 1, outer = 1;
        for (int i = index + 1; i < _count; i++)
        {
            outer *= _extents[i];
        }

        (int reduced, int inner) = (_extents[index], index == 0 ? 1 : _extents[0]);
        // The neighbours, both kept, become one group.
        int merged = inner * (index + 1 < _count ? _extents[index + 1] : 1);
        int next = Math.Min(index + 2, _count);
        for (int i = next; i < _count; i++)
        {
            _extents[i - next + 1] = _extents[i];
        }

        _count = _count - next + 1;
        _extents[0] = merged;
        _innermostIsReduced = false;
        return (outer, reduced, inner);
    }
}
