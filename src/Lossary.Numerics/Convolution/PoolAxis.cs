using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Along one axis: what each position of a pooling reads.</summary>
internal readonly struct PoolAxis
{
    private readonly int _length;
    private readonly int _size;
    private readonly int _stride;
    private readonly int _padding;
    private readonly bool _isAdaptive;
    private readonly bool _countsPadding;

    /// <summary>A window that is moved.</summary>
    public PoolAxis(
        int length, int size, int stride, int padding, int dilation, bool roundsUp, bool countsPadding)
    {
        _length = length;
        _size = size;
        _stride = stride;
        _padding = padding;
        _countsPadding = countsPadding;
        Step = dilation;
        int span = ((size - 1) * dilation) + 1, room = checked(length + (2 * padding)) - span;
        Positions = room < 0 ? 0 : ((room + (roundsUp ? stride - 1 : 0)) / stride) + 1;
        if (roundsUp && room >= 0 && (Positions - 1) * stride >= length + padding)
        {
            // A window that would read padding alone, behind the image.
            Positions--;
        }

        IsDisjoint = stride >= span;
        IsTiling = IsDisjoint && span == stride && dilation == 1 && padding == 0 && Positions * stride == length;
    }

    /// <summary>As even parts as there are positions.</summary>
    public PoolAxis(int length, int positions)
    {
        _length = length;
        _isAdaptive = true;
        Positions = positions;
        Step = 1;
        IsDisjoint = length % positions == 0;
        IsTiling = IsDisjoint;
    }

    public int Positions { get; }

    /// <summary>From one place that a position reads to its next.</summary>
    public int Step { get; }

    /// <summary>True where no place is read by two positions.</summary>
    public bool IsDisjoint { get; }

    /// <summary>True where every place is read by exactly one position.</summary>
    public bool IsTiling { get; }

    /// <summary>True where some position reads padding alone: only a dilated window can step over the image.</summary>
    public bool HasEmptyPosition()
    {
        if (Step == 1 || _padding == 0)
        {
            return false;
        }

        for (int position = 0; position < Positions; position++)
        {
            At(position, out _, out int count, out _);
            if (count == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first place that a position reads, how many, and what a mean over them divides by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int position, out int first, out int count, out int divisor)
    {
        if (_isAdaptive)
        {
            first = (int)((long)position * _length / Positions);
            count = (int)(((((long)position + 1) * _length) + Positions - 1) / Positions) - first;
            divisor = count;
            return;
        }

        int start = (position * _stride) - _padding;
        int skipped = start < 0 ? (-start + Step - 1) / Step : 0;
        int last = start + ((_size - 1) * Step);
        int beyond = last >= _length ? (last - _length + Step) / Step : 0;
        first = start + (skipped * Step);
        count = Math.Max(0, _size - skipped - beyond);
        divisor = _countsPadding ? Math.Min(start + _size, _length + _padding) - start : count;
    }
}
