namespace Lossary.Tensors;

/// <summary>Takes back all that was handed out.</summary>
internal interface IArrayRoll
{
    /// <summary>Takes everything back.</summary>
    void Reset();
}

/// <summary>
/// Arrays that are handed out one by one and taken back all at once: whoever asks for the same lengths in the same
/// order gets the same arrays, and nothing is allocated.
/// </summary>
internal sealed class ArrayRoll<TItem> : IArrayRoll
{
    private readonly List<TItem[]> _arrays = [];
    private int _count;

    /// <summary>Takes an array of exactly a length, cleared.</summary>
    public TItem[] Rent(int length)
    {
        if (length == 0)
        {
            return [];
        }

        if (_count == _arrays.Count)
        {
            _arrays.Add(new TItem[length]);
        }
        else if (_arrays[_count].Length == length)
        {
            Array.Clear(_arrays[_count]);
        }
        else
        {
            _arrays[_count] = new TItem[length];
        }

        return _arrays[_count++];
    }

    /// <inheritdoc/>
    public void Reset() => _count = 0;
}
