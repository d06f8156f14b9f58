using System.Runtime.CompilerServices;

namespace Lossary.Tensors;

/// <summary>Copies the rows of a matrix between memories of different row length.</summary>
internal static unsafe class RowCopy
{
    /// <summary>Below, calling a block copy costs more than copying.</summary>
    private const int LongestShortRow = 4;

    /// <summary>Copies the first <paramref name="columns"/> numbers of every row.</summary>
    /// <param name="from">Rows that lie <paramref name="fromStride"/> numbers apart.</param>
    /// <param name="fromStride">At least the columns.</param>
    /// <param name="to">
    /// As many rows, <paramref name="toStride"/> numbers apart; the rest of each row is left as it is.
    /// </param>
    /// <param name="toStride">At least the columns.</param>
    /// <param name="columns">How many numbers of a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(ReadOnlySpan<T> from, int fromStride, Span<T> to, int toStride, int columns)
        where T : unmanaged
    {
        int rows = Math.Min(from.Length / fromStride, to.Length / toStride);
        fixed (T* source = from, destination = to)
        {
            for (nint row = 0; row < rows; row++)
            {
                T* first = source + (row * fromStride), copy = destination + (row * toStride);
                if (columns > LongestShortRow)
                {
                    new ReadOnlySpan<T>(first, columns).CopyTo(new Span<T>(copy, columns));
                    continue;
                }

                for (nint column = 0; column < columns; column++)
                {
                    copy[column] = first[column];
                }
            }
        }
    }
}
