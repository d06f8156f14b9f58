using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>A rectangle of equal tiles of a matrix product: where its factors and its sums lie.</summary>
internal unsafe struct TileRectangle<T>
    where T : unmanaged
{
    public T* Left;
    public nint LeftPanelStride;
    public nint LeftRowStride;
    public nint LeftInnerStride;
    public T* Right;
    public nint RightPanelStride;
    public nint RightInnerStride;

    /// <summary>What the sums start from, or null for 0.</summary>
    public T* Start;

    /// <summary>0 where every row starts from the same bias.</summary>
    public nint StartStride;
    public T* Output;
    public nint OutputStride;
    public nint RowPanels;
    public nint ColumnPanels;
    public nint Inner;
}

/// <summary>The innermost loop of a matrix product, over a rectangle of tiles.</summary>
/// <remarks>
/// A tile is up to 8 rows of up to 3 lanes, kept in registers while the inner index runs: 24 sums need 11 loads for 24
/// multiplications. Each element is one chain of fused multiply-adds in index order, so its bits depend neither on
/// the tile nor on the lane. Columns come in whole lanes: reading parts of one is a call on some machines, and a call
/// anywhere in the method takes the sums out of their registers.
/// </remarks>
internal static unsafe class ProductTile<TLane, T, TRows, TLanes>
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
    where TRows : struct, ICount
    where TLanes : struct, ICount
{
    /// <summary>Computes every tile of a rectangle.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Run(TileRectangle<T>* rectangle)
    {
        nint tiles = rectangle->RowPanels * rectangle->ColumnPanels, rowPanel = 0, columnPanel = 0;
        for (; tiles > 0; tiles--)
        {
            nint firstRow = rowPanel * TRows.Count, firstColumn = columnPanel * (TLanes.Count * TLane.Width);
            TLane c00 = default, c01 = default, c02 = default, c10 = default, c11 = default, c12 = default;
            TLane c20 = default, c21 = default, c22 = default, c30 = default, c31 = default, c32 = default;
            TLane c40 = default, c41 = default, c42 = default, c50 = default, c51 = default, c52 = default;
            TLane c60 = default, c61 = default, c62 = default, c70 = default, c71 = default, c72 = default;
            if (rectangle->Start != null)
            {
                nint apart = rectangle->StartStride;
                T* start = rectangle->Start + (firstRow * apart) + firstColumn;
                Load(start, apart, 0, ref c00, ref c01, ref c02);
                Load(start, apart, 1, ref c10, ref c11, ref c12);
                Load(start, apart, 2, ref c20, ref c21, ref c22);
                Load(start, apart, 3, ref c30, ref c31, ref c32);
                Load(start, apart, 4, ref c40, ref c41, ref c42);
                Load(start, apart, 5, ref c50, ref c51, ref c52);
                Load(start, apart, 6, ref c60, ref c61, ref c62);
                Load(start, apart, 7, ref c70, ref c71, ref c72);
            }

            // Two pointers and three distances reach eight rows.
            nint once = rectangle->LeftRowStride, twice = 2 * once, thrice = 3 * once;
            T* upper = rectangle->Left + (rowPanel * rectangle->LeftPanelStride), lower = upper + (4 * once);
            T* right = rectangle->Right + (columnPanel * rectangle->RightPanelStride);
            nint step = rectangle->LeftInnerStride, rightStep = rectangle->RightInnerStride;
            for (nint k = rectangle->Inner; k > 0; k--)
            {
                TLane b0 = Lane(right, 0), b1 = Lane(right, 1), b2 = Lane(right, 2);
                Multiply(upper, 0, b0, b1, b2, ref c00, ref c01, ref c02);
                Multiply(upper + once, 1, b0, b1, b2, ref c10, ref c11, ref c12);
                Multiply(upper + twice, 2, b0, b1, b2, ref c20, ref c21, ref c22);
                Multiply(upper + thrice, 3, b0, b1, b2, ref c30, ref c31, ref c32);
                Multiply(lower, 4, b0, b1, b2, ref c40, ref c41, ref c42);
                Multiply(lower + once, 5, b0, b1, b2, ref c50, ref c51, ref c52);
                Multiply(lower + twice, 6, b0, b1, b2, ref c60, ref c61, ref c62);
                Multiply(lower + thrice, 7, b0, b1, b2, ref c70, ref c71, ref c72);
                upper += step;
                lower += step;
                right += rightStep;
            }

            nint stride = rectangle->OutputStride;
            T* output = rectangle->Output + (firstRow * stride) + firstColumn;
            Store(output, stride, 0, c00, c01, c02);
            Store(output, stride, 1, c10, c11, c12);
            Store(output, stride, 2, c20, c21, c22);
            Store(output, stride, 3, c30, c31, c32);
            Store(output, stride, 4, c40, c41, c42);
            Store(output, stride, 5, c50, c51, c52);
            Store(output, stride, 6, c60, c61, c62);
            Store(output, stride, 7, c70, c71, c72);
            if (++columnPanel == rectangle->ColumnPanels)
            {
                columnPanel = 0;
                rowPanel++;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Lane(T* at, int lane) =>
        lane < TLanes.Count ? TLane.Load(in *at, lane * TLane.Width) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(
        T* left, int row, TLane b0, TLane b1, TLane b2, ref TLane c0, ref TLane c1, ref TLane c2)
    {
        if (row < TRows.Count)
        {
            TLane a = TLane.Spread(*left);
            c0 = TLane.FusedMultiplyAdd(a, b0, c0);
            if (TLanes.Count > 1)
            {
                c1 = TLane.FusedMultiplyAdd(a, b1, c1);
            }

            if (TLanes.Count > 2)
            {
                c2 = TLane.FusedMultiplyAdd(a, b2, c2);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(T* start, nint stride, int row, ref TLane c0, ref TLane c1, ref TLane c2)
    {
        if (row < TRows.Count)
        {
            T* at = start + (row * stride);
            c0 = Lane(at, 0);
            c1 = Lane(at, 1);
            c2 = Lane(at, 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* output, nint stride, int row, TLane c0, TLane c1, TLane c2)
    {
        if (row < TRows.Count)
        {
            T* at = output + (row * stride);
            TLane.Store(c0, ref *at, 0);
            if (TLanes.Count > 1)
            {
                TLane.Store(c1, ref *at, TLane.Width);
            }

            if (TLanes.Count > 2)
            {
                TLane.Store(c2, ref *at, 2 * TLane.Width);
            }
        }
    }
}
