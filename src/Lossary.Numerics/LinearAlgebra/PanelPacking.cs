using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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
            Cross(from, itemStride, innerStride, items, inner, to, width);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cross<T>(
        T* from, nint itemStride, nint innerStride, nint items, nint inner, T* to, nint width)
        where T : unmanaged
    {
        nint block = Vector256<T>.Count, blockItems = 0, blockInner = 0;
        if (Avx.IsSupported && innerStride == 1)
        {
            blockItems = items - (items % block);
            blockInner = inner - (inner % block);
            for (nint k = 0; k < blockInner; k += block)
            {
                for (nint item = 0; item < blockItems; item += block)
                {
                    T* source = from + (item * itemStride) + k, target = to + (k * width) + item;
                    if (typeof(T) == typeof(float))
                    {
                        Singles((float*)source, itemStride, (float*)target, width);
                    }
                    else
                    {
                        Doubles((double*)source, itemStride, (double*)target, width);
                    }
                }
            }
        }

        for (nint k = 0; k < inner; k++)
        {
            for (nint item = k < blockInner ? blockItems : 0; item < items; item++)
            {
                to[(k * width) + item] = from[(item * itemStride) + (k * innerStride)];
            }
        }
    }

    /// <summary>Transposes 8 × 8 floats: 24 shuffles instead of 64 single loads and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Singles(float* from, nint fromStride, float* to, nint toStride)
    {
        Pairs(
            from, fromStride, out Vector256<float> a0, out Vector256<float> a1, out Vector256<float> a2,
            out Vector256<float> a3);
        Pairs(
            from + (4 * fromStride), fromStride,
            out Vector256<float> b0, out Vector256<float> b1, out Vector256<float> b2, out Vector256<float> b3);
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

    /// <summary>Transposes 4 × 4 doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Doubles(double* from, nint fromStride, double* to, nint toStride)
    {
        Vector256<double> r0 = Vector256.Load(from), r1 = Vector256.Load(from + fromStride);
        Vector256<double> r2 = Vector256.Load(from + (2 * fromStride)), r3 = Vector256.Load(from + (3 * fromStride));
        Vector256<double> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1);
        Vector256<double> low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
        Avx.Permute2x128(low01, low23, LowHalves).Store(to);
        Avx.Permute2x128(high01, high23, LowHalves).Store(to + toStride);
        Avx.Permute2x128(low01, low23, HighHalves).Store(to + (2 * toStride));
        Avx.Permute2x128(high01, high23, HighHalves).Store(to + (3 * toStride));
    }

    private const byte LowHalves = 0x20;
    private const byte HighHalves = 0x31;
}
