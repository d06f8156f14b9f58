using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lossary.Losses;

/// <summary>Turns rows into columns, for matrices small enough to stay in the cache.</summary>
internal static class Transposition
{
    private const int Block = 4;

    /// <summary>
    /// Writes element (i, j) of <paramref name="source"/> to (j, i) of <paramref name="destination"/>.
    /// </summary>
    /// <param name="source">Shape [rows, columns], rows apart by <paramref name="sourceStride"/>.</param>
    /// <param name="sourceStride">Elements from one row to the next.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="destination">Shape [columns, rows], rows apart by <paramref name="destinationStride"/>.</param>
    /// <param name="destinationStride">Elements from one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Run<T>(
        T* source, nint sourceStride, int rows, int columns, T* destination, nint destinationStride)
        where T : unmanaged
    {
        int wholeRows = 0, wholeColumns = 0;
        if (Sse.IsSupported && typeof(T) == typeof(float))
        {
            wholeRows = rows & ~(Block - 1);
            wholeColumns = columns & ~(Block - 1);
            for (int i = 0; i < wholeRows; i += Block)
            {
                for (int j = 0; j < wholeColumns; j += Block)
                {
                    FourByFour(
                        (float*)source + (i * sourceStride) + j, sourceStride,
                        (float*)destination + (j * destinationStride) + i, destinationStride);
                }
            }
        }

        Rest(source, sourceStride, 0, wholeRows, wholeColumns, columns, destination, destinationStride);
        Rest(source, sourceStride, wholeRows, rows, 0, columns, destination, destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void FourByFour(float* source, nint sourceStride, float* destination, nint destinationStride)
    {
        Vector128<float> first = Vector128.Load(source);
        Vector128<float> second = Vector128.Load(source + sourceStride);
        Vector128<float> third = Vector128.Load(source + (2 * sourceStride));
        Vector128<float> fourth = Vector128.Load(source + (3 * sourceStride));
        Vector128<float> lowOfFirst = Sse.UnpackLow(first, second);
        Vector128<float> lowOfThird = Sse.UnpackLow(third, fourth);
        Vector128<float> highOfFirst = Sse.UnpackHigh(first, second);
        Vector128<float> highOfThird = Sse.UnpackHigh(third, fourth);
        Sse.MoveLowToHigh(lowOfFirst, lowOfThird).Store(destination);
        Sse.MoveHighToLow(lowOfThird, lowOfFirst).Store(destination + destinationStride);
        Sse.MoveLowToHigh(highOfFirst, highOfThird).Store(destination + (2 * destinationStride));
        Sse.MoveHighToLow(highOfThird, highOfFirst).Store(destination + (3 * destinationStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Rest<T>(
        T* source,
        nint sourceStride,
        int firstRow,
        int endRow,
        int firstColumn,
        int endColumn,
        T* destination,
        nint destinationStride)
        where T : unmanaged
    {
        for (int j = firstColumn; j < endColumn; j++)
        {
            T* to = destination + (j * destinationStride);
            for (int i = firstRow; i < endRow; i++)
            {
                to[i] = source[(i * sourceStride) + j];
            }
        }
    }
}
