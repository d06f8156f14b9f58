using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>In which order the samples of an epoch come, and where its batches end.</summary>
internal sealed class SampleOrder
{
    private readonly TrainingData _data;
    private readonly int[] _order;
    private readonly int[][] _groups;

    public SampleOrder(TrainingData data)
    {
        _data = data;
        _order = [.. data.Rows];
        _groups = data.Groups is int[] groups
            ? [.. data.Rows.GroupBy(row => groups[row]).OrderBy(group => group.Key).Select(group => group.ToArray())]
            : [];
    }

    /// <summary>How many samples there are.</summary>
    public int Count => _order.Length;

    /// <summary>
    /// Deals the samples anew: from the rows as given, so that an order depends on nothing but the stream.
    /// </summary>
    public void Shuffle(RandomStream random)
    {
        if (_groups.Length == 0)
        {
            _data.Rows.CopyTo(_order);
            random.Shuffle(_order.AsSpan());
            return;
        }

        int[][] groups = [.. _groups];
        random.Shuffle(groups.AsSpan());
        int next = 0;
        foreach (int[] group in groups)
        {
            group.CopyTo(_order, next);
            next += group.Length;
        }
    }

    /// <summary>The batch that begins at a sample: so many samples, and the rest of the last one's group.</summary>
    public ReadOnlySpan<int> Batch(int start, int size)
    {
        int end = Math.Min(start + size, _order.Length);
        if (_data.Groups is int[] groups)
        {
            while (end < _order.Length && groups[_order[end]] == groups[_order[end - 1]])
            {
                end++;
            }
        }

        return _order.AsSpan(start, end - start);
    }
}
