using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lossary.Tensors;

/// <summary>
/// Lays a right factor out so that a panel reads it lane by lane: rows of full lanes, zeros behind the edge.
/// </summary>
internal static unsafe class PanelPacking
{
    private const int Block = 8;

    /// <summary>
    /// Copies a matrix, transposed if it is so marked, into rows of <paramref name="stride"/> numbers.
    /// </summary>
    /// <param name="matrix">The factor, <c>[inner, columns]</c>.</param>
    /// <param name="packed">Receives <c>[inner, stride]</c>.</param>
    /// <param name="stride">At least the factor's columns.</param>
    public static void Pack<T>(in Matrix<T> matrix, Span<T> packed, int stride) where T : unmanaged
    {
        int inner = matrix.Rows, columns = matrix.Columns;
        if (stride > columns)
        {
            packed[..(inner * stride)].Clear();
        }

        if (matrix.IsTransposed)
        {
            fixed (T* from = matrix.Values, to = packed)
            {
                Transpose(from, columns, inner, to, stride);
            }

            return;
        }

        RowCopy.Copy(matrix.Values, columns, packed, stride, columns);
    }

    /// <summary>Copies <c>[rows, columns]</c> to <c>[columns, stride]</c>, crossing the axes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose<T>(T* from, int rows, int columns, T* to, int stride) where T : unmanaged
    {
        int blockRows = 0, blockColumns = 0;
        if (typeof(T) == typeof(float) && Avx.IsSupported)
        {
            blockRows = rows / Block * Block;
            blockColumns = columns / Block * Block;
            for (nint i = 0; i < blockRows; i += Block)
            {
                for (nint j = 0; j < blockColumns; j += Block)
                {
                    TransposeBlock(
                        (float*)(from + (i * columns) + j), columns, (float*)(to + (j * stride) + i), stride);
                }
            }
        }

        for (nint i = 0; i < rows; i++)
        {
            for (nint j = i < blockRows ? blockColumns : 0; j < columns; j++)
            {
                to[(j * stride) + i] = from[(i * columns) + j];
            }
        }
    }

    /// <summary>8 × 8 floats: 24 shuffles instead of 64 single loads and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeBlock(float* from, nint fromStride, float* to, nint toStride)
    {
        Pairs(
            from, fromStride, out Vector256<float> a0, out Vector256<float> a1, out Vector256<float> a2,
            out Vector256<float> a3);
        Pairs(
            from + (4 * fromStride), fromStride,
            out Vector256<float> b0, out Vector256<float> b1, out Vector256<float> b2, out Vector256<float> b3);
        const byte LowHalves = 0x20, HighHalves = 0x31;
        Avx.Permute2x128(a0, b0, LowHalves).Store(to);
        Avx.Permute2x128(a1, b1, LowHalves).Store(to + toStride);
        Avx.Permute2x128(a2, b2, LowHalves).Store(to + (2 * toStride));
        Avx.Permute2x128(a3, b3, LowHalves).Store(to + (3 * toStride));
        Avx.Permute2x128(a0, b0, HighHalves).Store(to + (4 * toStride));
        Avx.Permute2x128(a1, b1, HighHalves).Store(to + (5 * toStride));
        Avx.Permute2x128(a2, b2, HighHalves).Store(to + (6 * toStride));
        Avx.Permute2x128(a3, b3, HighHalves).Store(to + (7 * toStride));
    }

    /// <summary>Four rows of eight as columns j and j + 4 in the two halves of the j-th result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pairs(
        float* from, nint stride,
        out Vector256<float> c0, out Vector256<float> c1, out Vector256<float> c2, out Vector256<float> c3)
    {
        Vector256<float> r0 = Vector256.Load(from), r1 = Vector256.Load(from + stride);
        Vector256<float> r2 = Vector256.Load(from + (2 * stride)), r3 = Vector256.Load(from + (3 * stride));
        Vector256<float> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1);
        Vector256<float> low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
        c0 = Avx.Shuffle(low01, low23, 0x44);
        c1 = Avx.Shuffle(low01, low23, 0xEE);
        c2 = Avx.Shuffle(high01, high23, 0x44);
        c3 = Avx.Shuffle(high01, high23, 0xEE);
    }
}
