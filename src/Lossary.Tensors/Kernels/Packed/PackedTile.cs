using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>All rows of a product with one panel of a <see cref="PackedFactor{T}"/>.</summary>
/// <remarks>
/// A tile is 4 rows of 1–4 lanes, kept in registers while the inner index runs. Each element is one chain of fused
/// multiply-adds from index 0 up, so its bits depend neither on the tile nor on the lane. Missing rows of the last tile
/// repeat the last row and are not stored.
/// </remarks>
internal unsafe struct PackedTile<TLane, T, TWidth> : ILoop
    where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    where T : unmanaged
    where TWidth : struct, ITileWidth
{
    public const int TileRows = 4;

    /// <summary>Shape <c>[rows, inner]</c>.</summary>
    public StridedRows<T> Left;

    /// <summary>Shape <c>[inner, columns]</c>, rows <see cref="PanelStride"/> apart.</summary>
    public T* Panel;

    public nint PanelStride;

    /// <summary>What the sums start from, <c>[rows, columns]</c>; none for 0.</summary>
    public StridedRows<T> Start;

    /// <summary>Shape <c>[rows, columns]</c>; may be the start.</summary>
    public StridedRows<T> Output;

    public nint Rows;

    public nint Inner;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Run()
    {
        for (nint row = 0; row < Rows; row += TileRows)
        {
            Tile(row);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Tile(nint row)
    {
        nint last = Rows - 1;
        nint row1 = Math.Min(row + 1, last), row2 = Math.Min(row + 2, last), row3 = Math.Min(row + 3, last);
        TLane c00 = First(row, 0), c01 = First(row, 1), c02 = First(row, 2), c03 = First(row, 3);
        TLane c10 = First(row1, 0), c11 = First(row1, 1), c12 = First(row1, 2), c13 = First(row1, 3);
        TLane c20 = First(row2, 0), c21 = First(row2, 1), c22 = First(row2, 2), c23 = First(row2, 3);
        TLane c30 = First(row3, 0), c31 = First(row3, 1), c32 = First(row3, 2), c33 = First(row3, 3);
        T* left = Left.Pointer;
        T* a0 = left + (row * Left.Stride);
        T* a1 = left + (row1 * Left.Stride);
        T* a2 = left + (row2 * Left.Stride);
        T* a3 = left + (row3 * Left.Stride);
        T* b = Panel;
        nint step = Left.Step, stride = PanelStride;
        for (nint k = Inner; k > 0; k--)
        {
            TLane b0 = Lane(b, 0), b1 = Lane(b, 1), b2 = Lane(b, 2), b3 = Lane(b, 3);
            Multiply(TLane.Spread(*a0), b0, b1, b2, b3, ref c00, ref c01, ref c02, ref c03);
            Multiply(TLane.Spread(*a1), b0, b1, b2, b3, ref c10, ref c11, ref c12, ref c13);
            Multiply(TLane.Spread(*a2), b0, b1, b2, b3, ref c20, ref c21, ref c22, ref c23);
            Multiply(TLane.Spread(*a3), b0, b1, b2, b3, ref c30, ref c31, ref c32, ref c33);
            a0 += step;
            a1 += step;
            a2 += step;
            a3 += step;
            b += stride;
        }

        StoreRow(row, c00, c01, c02, c03);
        if (row < last)
        {
            StoreRow(row1, c10, c11, c12, c13);
        }

        if (row + 1 < last)
        {
            StoreRow(row2, c20, c21, c22, c23);
        }

        if (row + 2 < last)
        {
            StoreRow(row3, c30, c31, c32, c33);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Lane(T* at, int lane) =>
        lane < TWidth.Lanes ? TLane.Load(in *at, lane * TLane.Width) : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Multiply(
        TLane a, TLane b0, TLane b1, TLane b2, TLane b3, ref TLane c0, ref TLane c1, ref TLane c2, ref TLane c3)
    {
        c0 = TLane.FusedMultiplyAdd(a, b0, c0);
        if (TWidth.Lanes > 1)
        {
            c1 = TLane.FusedMultiplyAdd(a, b1, c1);
        }

        if (TWidth.Lanes > 2)
        {
            c2 = TLane.FusedMultiplyAdd(a, b2, c2);
        }

        if (TWidth.Lanes > 3)
        {
            c3 = TLane.FusedMultiplyAdd(a, b3, c3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TLane First(nint row, int lane)
    {
        if (lane >= TWidth.Lanes || Start.At == 0)
        {
            return default;
        }

        return TLane.Load(in *Start.Pointer, (row * Start.Stride) + (lane * TLane.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void StoreRow(nint row, TLane c0, TLane c1, TLane c2, TLane c3)
    {
        Store(row, 0, c0);
        Store(row, 1, c1);
        Store(row, 2, c2);
        Store(row, 3, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Store(nint row, int lane, TLane numbers)
    {
        if (lane < TWidth.Lanes)
        {
            TLane.Store(numbers, ref *Output.Pointer, (row * Output.Stride) + (lane * TLane.Width));
        }
    }
}
