using System.Numerics;

namespace Lossary.Tensors;

/// <summary>How large an attention is, and how it is cut: pairs of sequence and head, dealt to parts.</summary>
/// <remarks>The parts are the same for any number of threads; each has memory of its own.</remarks>
/// <param name="Batch">How many sequences.</param>
/// <param name="Heads">How many heads.</param>
/// <param name="Queries">How many steps ask.</param>
/// <param name="Keys">How many steps answer.</param>
/// <param name="Width">Of a head's queries and keys.</param>
/// <param name="ValueWidth">Of a head's values.</param>
/// <param name="IsCausal">True where a step sees none after it.</param>
internal readonly record struct AttentionExtents(
    int Batch, int Heads, int Queries, int Keys, int Width, int ValueWidth, bool IsCausal)
{
    /// <summary>
    /// Enough to use each key's panel several times; few enough for the scores to stay in the second cache.
    /// </summary>
    public const int QueriesOfBlock = 32;

    private const int MostParts = 16;
    private const long MultiplicationsWorthAThread = 1 << 20;

    /// <summary>Sequences times heads.</summary>
    public int Pairs => Batch * Heads;

    /// <summary>How many parts share the pairs.</summary>
    public int Parts => Math.Min(Pairs, MostParts);

    /// <summary>True where sharing the work pays.</summary>
    public bool IsLarge => (long)Pairs * Queries * Keys * (Width + ValueWidth) >= MultiplicationsWorthAThread;

    /// <summary>How many keys a block of queries can see.</summary>
    public int Seen(int firstQuery, int rows) => IsCausal ? Math.Min(Keys, firstQuery + rows) : Keys;

    /// <summary>Keys in whole cache lines.</summary>
    public int PaddedKeys<T>() where T : unmanaged, IFloatingPointIeee754<T> => AlignedMemory.RoundUp<T>(Keys);

    /// <summary>A head's width in whole cache lines.</summary>
    public int PaddedWidth<T>() where T : unmanaged, IFloatingPointIeee754<T> => AlignedMemory.RoundUp<T>(Width);

    /// <summary>A head's value width in whole cache lines.</summary>
    public int PaddedValueWidth<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        AlignedMemory.RoundUp<T>(ValueWidth);
}
