using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What all blocks of an attention share.</summary>
/// <param name="Extents">How large it is.</param>
/// <param name="MaskAt">0 or −∞ for each key, <c>[batch, padded keys]</c>; null where all are seen.</param>
/// <param name="IndicesAt">0, 1, 2 …, <c>[padded keys]</c>.</param>
/// <param name="LargestAt">Each query's largest score, <c>[batch, heads, queries]</c>.</param>
/// <param name="InverseSumsAt">The inverse of its sum of exponentials, in the same shape.</param>
internal readonly unsafe record struct AttentionShared<T>(
    AttentionExtents Extents, nint MaskAt, nint IndicesAt, nint LargestAt, nint InverseSumsAt)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>One head's rows in a tensor <c>[batch, time, heads, width]</c>.</summary>
    public StridedRows<T> Head(T* tensor, int pair, int time, int width)
    {
        nint stride = (nint)Extents.Heads * width;
        int sequence = pair / Extents.Heads, head = pair % Extents.Heads;
        return new(tensor + (sequence * time * stride) + ((nint)head * width), stride);
    }

    /// <summary>A block's rows of scores.</summary>
    public AttentionRows<T> Block(int pair, int firstQuery, int rows, StridedRows<T> scores)
    {
        nint row = ((nint)pair * Extents.Queries) + firstQuery;
        nint mask = (nint)(pair / Extents.Heads) * Extents.PaddedKeys<T>();
        return new()
        {
            Scores = scores.Pointer,
            Stride = scores.Stride,
            Rows = rows,
            Columns = AlignedMemory.RoundUp<T>(Extents.Seen(firstQuery, rows)),
            Keys = Extents.Keys,
            FirstQuery = firstQuery,
            IsCausal = Extents.IsCausal,
            Indices = (T*)IndicesAt,
            Mask = MaskAt == 0 ? null : (T*)MaskAt + mask,
            Scale = T.CreateTruncating(1 / Math.Sqrt(Extents.Width)),
            Largest = (T*)LargestAt + row,
            InverseSums = (T*)InverseSumsAt + row,
        };
    }
}
