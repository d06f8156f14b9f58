using System.Numerics;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Attention forward: each part does its pairs of sequence and head, block of queries by block.</summary>
internal unsafe struct AttentionForward<T> : IJob
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public AttentionExtents Extents;

    /// <summary>What all blocks share: masks, indices, scale; and where their sums are kept.</summary>
    public AttentionShared<T> Shared;

    /// <summary>Shape <c>[batch, queries, heads, width]</c>.</summary>
    public T* Query;

    public T* Key;

    public T* Value;

    /// <summary>Shape <c>[batch, queries, heads, value width]</c>.</summary>
    public T* Output;

    /// <summary>Each part's memory, one after the other.</summary>
    public T* Scratch;

    /// <summary>How much memory a part takes.</summary>
    public static int ScratchLength(AttentionExtents extents) => checked(
        (extents.PaddedKeys<T>() * (extents.Width + AttentionExtents.QueriesOfBlock))
        + (extents.PaddedValueWidth<T>() * (extents.Keys + AttentionExtents.QueriesOfBlock)));

    public readonly void Run(int part)
    {
        AttentionExtents extents = Extents;
        int keys = extents.PaddedKeys<T>(), valueWidth = extents.PaddedValueWidth<T>();
        T* keyPanels = Scratch + ((nint)part * ScratchLength(extents));
        T* valuePanels = keyPanels + ((nint)extents.Width * keys);
        T* scores = valuePanels + ((nint)extents.Keys * valueWidth);
        T* sums = scores + ((nint)AttentionExtents.QueriesOfBlock * keys);
        for (int pair = part; pair < extents.Pairs; pair += extents.Parts)
        {
            PackedFactor<T> ofKeys = new(keyPanels, extents.Width, keys);
            ofKeys.Place(Shared.Head(Key, pair, extents.Keys, extents.Width).Transposed, extents.Width, extents.Keys);
            PackedFactor<T> ofValues = new(valuePanels, extents.Keys, valueWidth);
            ofValues.Place(
                Shared.Head(Value, pair, extents.Keys, extents.ValueWidth), extents.Keys, extents.ValueWidth);
            for (int first = 0; first < extents.Queries; first += AttentionExtents.QueriesOfBlock)
            {
                Block(pair, first, ofKeys, ofValues, new(scores, keys), new(sums, valueWidth));
            }
        }
    }

    private readonly void Block(
        int pair, int first, PackedFactor<T> ofKeys, PackedFactor<T> ofValues, StridedRows<T> scores,
        StridedRows<T> sums)
    {
        int rows = Math.Min(AttentionExtents.QueriesOfBlock, Extents.Queries - first), seen = Extents.Seen(first, rows);
        StridedRows<T> query = Shared.Head(Query, pair, Extents.Queries, Extents.Width);
        ofKeys.Multiply(
            query.Moved(first * query.Stride), rows, default, scores, columns: AlignedMemory.RoundUp<T>(seen));
        AttentionRows<T> block = Shared.Block(pair, first, rows, scores);
        AttentionWeights.Run(block);
        ofValues.Multiply(scores, rows, default, sums, inner: seen);
        StridedRows<T> output = Shared.Head(Output, pair, Extents.Queries, Extents.ValueWidth);
        for (nint row = 0; row < rows; row++)
        {
            Sweep.Run(
                new Multiple(double.CreateTruncating(block.InverseSums[row])),
                new ReadOnlySpan<T>(sums.Pointer + (row * sums.Stride), Extents.ValueWidth),
                new Span<T>(output.Pointer + ((first + row) * output.Stride), Extents.ValueWidth));
        }
    }
}
