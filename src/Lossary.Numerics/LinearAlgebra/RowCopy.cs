using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Copies rows between memories of different row length, as they stand or crossed.</summary>
internal static unsafe class RowCopy
{
    /// <summary>Below, calling a block copy costs more than copying.</summary>
    private const int LongestShortRow = 4;

    /// <summary>
    /// Copies the first <paramref name="columns"/> numbers of every row; the rest of each is left as it is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(T* from, nint fromStride, T* to, nint toStride, nint rows, nint columns)
        where T : unmanaged
    {
        for (nint row = 0; row < rows; row++)
        {
            if (columns > LongestShortRow)
            {
                new ReadOnlySpan<T>(from, (int)columns).CopyTo(new Span<T>(to, (int)columns));
            }
            else
            {
                for (nint column = 0; column < columns; column++)
                {
                    to[column] = from[column];
                }
            }

            from += fromStride;
            to += toStride;
        }
    }

    /// <summary>Copies <c>[rows, columns]</c> to <c>[columns, rows]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Cross<T>(T* from, nint fromStride, T* to, nint toStride, nint rows, nint columns)
        where T : unmanaged
    {
        for (nint column = 0; column < columns; column++)
        {
            for (nint row = 0; row < rows; row++)
            {
                to[(column * toStride) + row] = from[(row * fromStride) + column];
            }
        }
    }
}
