namespace Lossary.Tensors;

/// <summary>Memory that is handed out piece by piece and taken back all at once, to be handed out again.</summary>
/// <remarks>
/// A block that turns out too small is followed by a larger one; the next <see cref="Reset"/> replaces them by a single
/// block that holds everything. From then on the same work allocates nothing.
/// </remarks>
internal sealed class Arena<T> where T : unmanaged
{
    private const int FirstLength = 4096;

    private ArraySegment<T> _block;
    private int _used;
    private int _usedBefore;

    /// <summary>Takes a piece that starts on a cache line. What stands in it is arbitrary.</summary>
    public ArraySegment<T> Rent(int length)
    {
        int padded = AlignedMemory.RoundUp<T>(length);
        if (padded > _block.Count - _used || _block.Array is null)
        {
            _usedBefore += _used;
            _block = AlignedMemory.Allocate<T>(Math.Max(Math.Max(FirstLength, padded), checked(2 * _block.Count)));
            _used = 0;
        }

        ArraySegment<T> piece = new(_block.Array!, _block.Offset + _used, length);
        _used += padded;
        return piece;
    }

    /// <summary>Takes everything back.</summary>
    public void Reset()
    {
        if (_usedBefore > 0 && _usedBefore + _used > _block.Count)
        {
            _block = AlignedMemory.Allocate<T>(_usedBefore + _used);
        }

        _used = 0;
        _usedBefore = 0;
    }
}
