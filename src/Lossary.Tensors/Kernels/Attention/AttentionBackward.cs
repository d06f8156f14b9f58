using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Attention backward: weights are computed again, block of queries by block, from what the way forward kept of sums.
/// </summary>
internal unsafe struct AttentionBackward<T> : IJob
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public AttentionExtents Extents;

    public AttentionShared<T> Shared;

    /// <summary>As in <see cref="AttentionForward{T}"/>.</summary>
    public T* Query;

    public T* Key;

    public T* Value;

    /// <summary>With respect to the output.</summary>
    public T* OfOutput;

    /// <summary>Gradients to add to; null where nobody asks.</summary>
    public T* OfQuery;

    public T* OfKey;

    public T* OfValue;

    /// <summary>Each part's memory, one after the other.</summary>
    public T* Scratch;

    private const int Rows = AttentionExtents.QueriesOfBlock;

    /// <summary>How much memory a part takes.</summary>
    public static int ScratchLength(AttentionExtents extents)
    {
        int keys = extents.PaddedKeys<T>(), width = extents.PaddedWidth<T>(), values = extents.PaddedValueWidth<T>();
        return checked(
            (keys * (extents.Width + extents.ValueWidth + (2 * Rows)))
            + (width * ((2 * extents.Keys) + (2 * Rows))) + (values * (extents.Keys + Rows)));
    }

    public readonly void Run(int part)
    {
        AttentionExtents extents = Extents;
        Memory memory = new(extents, Scratch + ((nint)part * ScratchLength(extents)));
        for (int pair = part; pair < extents.Pairs; pair += extents.Parts)
        {
            StridedRows<T> key = Shared.Head(Key, pair, extents.Keys, extents.Width);
            StridedRows<T> value = Shared.Head(Value, pair, extents.Keys, extents.ValueWidth);
            memory.KeysAcross.Place(key.Transposed, extents.Width, extents.Keys);
            memory.Keys.Place(key, extents.Keys, extents.Width);
            memory.ValuesAcross.Place(value.Transposed, extents.ValueWidth, extents.Keys);
            new Span<T>(memory.OfKeys.Pointer, extents.Keys * extents.PaddedWidth<T>()).Clear();
            new Span<T>(memory.OfValues.Pointer, extents.Keys * extents.PaddedValueWidth<T>()).Clear();
            for (int first = 0; first < extents.Queries; first += Rows)
            {
                Block(pair, first, in memory);
            }

            Add(
                memory.OfKeys, Shared.Head(OfKey, pair, extents.Keys, extents.Width), extents.Keys, extents.Width,
                OfKey);
            Add(
                memory.OfValues, Shared.Head(OfValue, pair, extents.Keys, extents.ValueWidth), extents.Keys,
                extents.ValueWidth, OfValue);
        }
    }

    private readonly void Block(int pair, int first, in Memory memory)
    {
        AttentionExtents extents = Extents;
        int rows = Math.Min(Rows, extents.Queries - first), seen = extents.Seen(first, rows);
        int columns = AlignedMemory.RoundUp<T>(seen);
        StridedRows<T> query = Shared.Head(Query, pair, extents.Queries, extents.Width);
        StridedRows<T> ofOutput = Shared.Head(OfOutput, pair, extents.Queries, extents.ValueWidth);
        query = query.Moved(first * query.Stride);
        ofOutput = ofOutput.Moved(first * ofOutput.Stride);
        memory.KeysAcross.Multiply(query, rows, default, memory.Scores, columns: columns);
        memory.ValuesAcross.Multiply(ofOutput, rows, default, memory.OfScores, columns: columns);
        AttentionWeightsBack.Run(Shared.Block(pair, first, rows, memory.Scores), memory.OfScores.Pointer);
        memory.OfOutput.Place(ofOutput, rows, extents.ValueWidth);
        memory.OfOutput.Multiply(memory.Scores.Transposed, seen, memory.OfValues, memory.OfValues, inner: rows);
        memory.Query.Place(query, rows, extents.Width);
        memory.Query.Multiply(memory.OfScores.Transposed, seen, memory.OfKeys, memory.OfKeys, inner: rows);
        memory.Keys.Multiply(memory.OfScores, rows, default, memory.OfQuery, inner: seen);
        StridedRows<T> ofQuery = Shared.Head(OfQuery, pair, extents.Queries, extents.Width);
        Add(memory.OfQuery, ofQuery.Moved(first * ofQuery.Stride), rows, extents.Width, OfQuery);
    }

    private static void Add(StridedRows<T> from, StridedRows<T> to, int rows, int columns, T* wanted)
    {
        for (nint row = 0; wanted != null && row < rows; row++)
        {
            Sweep.Run(
                default(Copy), new ReadOnlySpan<T>(from.Pointer + (row * from.Stride), columns),
                new Span<T>(to.Pointer + (row * to.Stride), columns), accumulate: true);
        }
    }

    /// <summary>A part's memory.</summary>
    private readonly struct Memory
    {
        public readonly PackedFactor<T> KeysAcross;
        public readonly PackedFactor<T> ValuesAcross;
        public readonly PackedFactor<T> Keys;
        public readonly PackedFactor<T> Query;
        public readonly PackedFactor<T> OfOutput;
        public readonly StridedRows<T> Scores;
        public readonly StridedRows<T> OfScores;
        public readonly StridedRows<T> OfQuery;
        public readonly StridedRows<T> OfKeys;
        public readonly StridedRows<T> OfValues;

        public Memory(AttentionExtents extents, T* scratch)
        {
            int keys = extents.PaddedKeys<T>(), width = extents.PaddedWidth<T>(),
                values = extents.PaddedValueWidth<T>();
            T* next = scratch;
            T* Take(nint rows, nint columns)
            {
                T* piece = next;
                next += rows * columns;
                return piece;
            }

            KeysAcross = new(Take(extents.Width, keys), extents.Width, keys);
            ValuesAcross = new(Take(extents.ValueWidth, keys), extents.ValueWidth, keys);
            Keys = new(Take(extents.Keys, width), extents.Keys, width);
            Query = new(Take(Rows, width), Rows, width);
            OfOutput = new(Take(Rows, values), Rows, values);
            Scores = new(Take(Rows, keys), keys);
            OfScores = new(Take(Rows, keys), keys);
            OfQuery = new(Take(Rows, width), width);
            OfKeys = new(Take(extents.Keys, width), width);
            OfValues = new(Take(extents.Keys, values), values);
        }
    }
}
