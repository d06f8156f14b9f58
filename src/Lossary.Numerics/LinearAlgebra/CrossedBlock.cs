using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Lossary.Numerics;

/// <summary>Transposes a small square block by shuffles of registers.</summary>
internal static unsafe class CrossedBlock
{
    /// <summary>Transposes 8 × 8 floats: 24 shuffles instead of 64 single loads and stores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Singles(float* from, nint fromStride, float* to, nint toStride)
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
    public static void Doubles(double* from, nint fromStride, double* to, nint toStride)
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
