namespace Lossary.Tensors;

/// <summary>Memory that is handed out piece by piece and taken back all at once, to be handed out again.</summary>
/// <remarks>
/// A block that turns out too small is followed by a larger one; the next <see cref="Reset"/> replaces them by a single
/// block that holds everything, unless that were too long for one array: then the blocks stay, and are filled in the
/// same order. From then on the same work allocates nothing.
/// </remarks>
/// <param name="maxBlockLength">
/// Blocks grow and merge up to this many numbers; a piece that is longer has a block to itself.
/// </param>
internal sealed class Arena<T>(int maxBlockLength) where T : unmanaged
{
    private const int FirstLength = 4096;
    private const int LargestBlock = 1 << 29;

    private readonly List<ArraySegment<T>> _blocks = [];
    private int _current;
    private int _used;

    public Arena()
        : this(LargestBlock)
    {
    }

    /// <summary>How many blocks there are.</summary>
    public int BlockCount => _blocks.Count;

    /// <summary>Takes a piece that starts on a cache line. What stands in it is arbitrary.</summary>
    public ArraySegment<T> Rent(int length)
    {
        int padded = AlignedMemory.RoundUp<T>(length);
        while (_current < _blocks.Count && padded > _blocks[_current].Count - _used)
        {
            _current++;
            _used = 0;
        }

        if (_current == _blocks.Count)
        {
            int last = _blocks.Count == 0 ? 0 : _blocks[^1].Count;
            int grown = (int)Math.Min(Math.Max(FirstLength, 2L * last), maxBlockLength);
            _blocks.Add(AlignedMemory.Allocate<T>(Math.Max(grown, padded)));
        }

        ArraySegment<T> block = _blocks[_current];
        ArraySegment<T> piece = new(block.Array!, block.Offset + _used, length);
        _used += padded;
        return piece;
    }

    /// <summary>How far it has been handed out; set to an earlier value, what came after is taken back.</summary>
    public (int Block, int Used) Position
    {
        get => (_current, _used);
        set => (_current, _used) = value;
    }

    /// <summary>Takes everything back.</summary>
    public void Reset()
    {
        long total = 0;
        foreach (ArraySegment<T> block in _blocks)
        {
            total += block.Count;
        }

        if (_blocks.Count > 1 && total <= maxBlockLength)
        {
            _blocks.Clear();
            _blocks.Add(AlignedMemory.Allocate<T>((int)total));
        }

        _current = 0;
        _used = 0;
    }
}
