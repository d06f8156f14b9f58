using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>ln(x / y) as a pair of numbers, so that what it is multiplied by rounds once.</summary>
/// <remarks>
/// Terms p ln(p / q) of a divergence have both signs and cancel in the sum: each must be as near as its format allows.
/// The quotient of the two fractions, its remainder and the logarithm are carried to half as many digits again.
/// </remarks>
internal static class LogarithmOfRatio
{
    /// <summary>factor · ln(x / y), and the logarithm rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Times<TLane>(TLane factor, TLane x, TLane y, out TLane log)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane regular = OfRegular(x, y, out TLane rest);
        TLane ratio = x / y;
        TLane atEnds = TLane.WhereLess(
            0,
            ratio,
            TLane.WhereLess(ratio, double.PositiveInfinity, double.NaN, ratio),
            TLane.WhereLess(ratio, 0, double.NaN, TLane.WhereAtMost(ratio, 0, double.NegativeInfinity, ratio)));
        TLane smaller = TLane.Min(x, y), larger = TLane.Max(x, y);
        rest = TLane.WhereLess(0, smaller, TLane.WhereLess(larger, double.PositiveInfinity, rest, 0), 0);
        log = TLane.WhereLess(
            0, smaller, TLane.WhereLess(larger, double.PositiveInfinity, regular, atEnds), atEnds);
        return TLane.FusedMultiplyAdd(factor, log, factor * rest);
    }

    /// <summary>ln(x / y) and what is left of it, for positive, finite x and y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane OfRegular<TLane>(TLane x, TLane y, out TLane rest)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane top = Fraction(x, out TLane ofTop), bottom = Fraction(y, out TLane ofBottom);

        // The quotient in [½, 2], and by its remainder what it lost.
        TLane inverse = 1 / bottom;
        TLane quotient = top * inverse;
        TLane lost = TLane.FusedMultiplyAdd(-quotient, bottom, top) * inverse;
        TLane ofQuotient = TLane.WhereLess(quotient, 0.7071, -1, TLane.WhereLess(1.4143, quotient, 1, 0));
        TLane scale = TLane.WhereLess(quotient, 0.7071, 2, TLane.WhereLess(1.4143, quotient, 0.5, 1));
        TLane f = (quotient * scale) - 1;
        lost *= scale;
        TLane k = (ofTop - ofBottom) + ofQuotient;

        // ln m = 2 artanh(s), s = F / (2 + F), F = f + lost, as a pair s + small.
        TLane u = 2 + f;
        TLane half = 1 / u;
        TLane s = f * half;
        TLane ofSum = f - (u - 2);
        TLane small = (TLane.FusedMultiplyAdd(-s, u, f) + ((lost * (1 - s)) - (s * ofSum))) * half;
        TLane z = s * s;
        TLane tail = s * (z * Elementary.ArtanhTail(z));
        TLane whole = k * (TLane.IsSingle ? 0.693359375 : 0.6931471803691238);
        TLane high = whole + (2 * s);
        TLane low = (whole - high) + (2 * s) + TLane.FusedMultiplyAdd(
            k, TLane.IsSingle ? -2.12194440e-4 : 1.9082149292705877e-10, (2 * small) + tail);
        TLane log = high + low;
        rest = (high - log) + low;
        return log;
    }

    /// <summary>x / 2ⁿ in [√½, √2), also of a number that is not normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Fraction<TLane>(TLane x, out TLane n) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        double smallestNormal = TLane.IsSingle ? 1.17549435e-38 : 2.2250738585072014e-308;
        TLane fraction = TLane.SplitExponent(
            TLane.WhereLess(x, smallestNormal, x * 18014398509481984, x), out TLane exponent);
        n = TLane.WhereLess(x, smallestNormal, exponent - 54, exponent);
        return fraction;
    }
}
