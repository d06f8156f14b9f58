using System.Numerics;

namespace Lossary.Tensors;

/// <summary>Rows of scores of one block of queries, and which keys each may see.</summary>
internal unsafe struct AttentionRows<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Shape <c>[rows, columns]</c>; whole lanes.</summary>
    public T* Scores;

    public nint Stride;

    public nint Rows;

    public nint Columns;

    /// <summary>How many keys there are.</summary>
    public int Keys;

    /// <summary>The row of the first query.</summary>
    public int FirstQuery;

    public bool IsCausal;

    /// <summary>0, 1, 2 …, <c>[columns]</c>.</summary>
    public T* Indices;

    /// <summary>0, or −∞ where a key is not to be seen, <c>[columns]</c>; null where all are.</summary>
    public T* Mask;

    /// <summary>What scores are multiplied by.</summary>
    public T Scale;

    /// <summary>Each row's largest score, <c>[rows]</c>.</summary>
    public T* Largest;

    /// <summary>1 / Σ e^(score − largest) of each row, <c>[rows]</c>; 0 where the query sees no key.</summary>
    public T* InverseSums;

    /// <summary>How many keys a row may see, masks aside.</summary>
    public readonly T Seen(nint row) => T.CreateTruncating(IsCausal ? Math.Min(Keys, FirstQuery + row + 1) : Keys);
}
