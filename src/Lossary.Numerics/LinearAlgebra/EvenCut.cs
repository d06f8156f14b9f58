using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>
/// A length cut into as few pieces as a limit allows, of sizes that differ by 1 at most, the larger first.
/// </summary>
internal readonly struct EvenCut
{
    private readonly int _size;
    private readonly int _larger;

    /// <summary>Cuts a length.</summary>
    /// <param name="length">The length; 0 has no pieces.</param>
    /// <param name="limit">The longest that a piece may be; positive.</param>
    public EvenCut(int length, int limit)
    {
        Count = (int)(((uint)length + (uint)limit - 1) / (uint)limit);
        _size = Count <= 1 ? length : (int)((uint)length / (uint)Count);
        _larger = length - (Count * _size);
    }

    /// <summary>How many pieces.</summary>
    public int Count { get; }

    /// <summary>The size of the first piece, which no other exceeds.</summary>
    public int Largest => Size(0);

    /// <summary>How many of the pieces from <paramref name="piece"/> on have that one's size.</summary>
    public int Alike(int piece) => (piece < _larger ? _larger : Count) - piece;

    /// <summary>The size of a piece.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Size(int piece) => piece < _larger ? _size + 1 : _size;

    /// <summary>Where a piece starts; after the last one, the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(int piece) => (piece * _size) + Math.Min(piece, _larger);
}
