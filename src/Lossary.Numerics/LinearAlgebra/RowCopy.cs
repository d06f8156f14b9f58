using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
        nint block = Vector256<T>.Count;
        nint blockRows = Avx.IsSupported ? rows - (rows % block) : 0, blockColumns = columns - (columns % block);
        for (nint column = 0; column < blockColumns; column += block)
        {
            for (nint row = 0; row < blockRows; row += block)
            {
                T* source = from + (row * fromStride) + column, target = to + (column * toStride) + row;
                if (typeof(T) == typeof(float))
                {
                    CrossedBlock.Singles((float*)source, fromStride, (float*)target, toStride);
                }
                else
                {
                    CrossedBlock.Doubles((double*)source, fromStride, (double*)target, toStride);
                }
            }
        }

        for (nint column = 0; column < columns; column++)
        {
            for (nint row = column < blockColumns ? blockRows : 0; row < rows; row++)
            {
                to[(column * toStride) + row] = from[(row * fromStride) + column];
            }
        }
    }
}
