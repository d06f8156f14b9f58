using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Lossary.Numerics;

/// <summary>
/// Lays a panel of a factor out as a tile reads it: for each inner index, its rows (or columns) side by side.
/// </summary>
internal static unsafe class PanelPacking
{
    /// <summary>Packs one panel.</summary>
    /// <param name="from">The panel's first number.</param>
    /// <param name="itemStride">The distance between rows of a left factor, or columns of a right one.</param>
    /// <param name="innerStride">
    /// The distance from one inner index to the next; this or the other distance is 1.
    /// </param>
    /// <param name="items">How many rows or columns to read.</param>
    /// <param name="inner">How many inner indices.</param>
    /// <param name="to">Receives <c>[inner, width]</c>, with zeros behind the items.</param>
    /// <param name="width">At least <paramref name="items"/>.</param>
    public static void Pack<T>(T* from, nint itemStride, nint innerStride, nint items, nint inner, T* to, nint width)
        where T : unmanaged
    {
        if (items < width)
        {
            new Span<T>(to, checked((int)(inner * width))).Clear();
        }

        if (itemStride == 1)
        {
            Copy(from, innerStride, items, inner, to, width);
        }
        else
        {
            RowCopy.Cross(from, itemStride, to, width, items, inner);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy<T>(T* from, nint innerStride, nint items, nint inner, T* to, nint width)
        where T : unmanaged
    {
        nint whole = items - (items % Vector256<T>.Count);
        for (nint k = 0; k < inner; k++)
        {
            nint item = 0;
            for (; item < whole; item += Vector256<T>.Count)
            {
                Vector256.Load(from + item).Store(to + item);
            }

            for (; item < items; item++)
            {
                to[item] = from[item];
            }

            from += innerStride;
            to += width;
        }
    }
}
