using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>The elementary functions, written once for every width; float within 2 ULP, double within 4.</summary>
/// <remarks>
/// Own polynomials, because the platform's differ between scalar and SIMD and between platforms, and because
/// .NET's LogP1 and ExpM1 are 0 near 0. Coefficients: Cephes (float exp, log), fdlibm's scheme, and a Remez
/// exchange in 50 digits for the others; tests measure the error against mpmath.
/// </remarks>
internal static class Elementary
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>eˣ = 2ⁿ eʳ with r = x − n ln 2, |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Exp<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        x = TLane.AtMost(TLane.AtLeast(x, TLane.IsSingle ? -104 : -746), TLane.IsSingle ? 89 : 710);
        TLane n = TLane.Round(x * Log2E);
        return TLane.ScaleByPowerOfTwo(1 + ExpM1OfReduced(Reduce(x, n)), n);
    }

    /// <summary>eˣ for x ≤ 0, which needs no upper bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExpOfNegative<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        x = TLane.AtLeast(x, TLane.IsSingle ? -104 : -746);
        TLane n = TLane.Round(x * Log2E);
        return TLane.ScaleByPowerOfTwo(1 + ExpM1OfReduced(Reduce(x, n)), n);
    }

    /// <summary>e^(−x²): the rounding error of x² is put back, which at x² = 100 would cost 50 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExpOfNegativeSquare<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        x = TLane.AtMost(TLane.Abs(x), 32);
        TLane square = x * x;
        TLane lost = TLane.FusedMultiplyAdd(x, x, -square);
        TLane e = ExpOfNegative(-square);
        return TLane.FusedMultiplyAdd(-lost, e, e);
    }

    /// <summary>eˣ − 1 = 2ⁿ (eʳ − 1) + (2ⁿ − 1), at half scale so that 2ⁿ stays finite up to the largest x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExpM1<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane p = ExpM1OfScaled(x, out TLane half);
        return 2 * TLane.FusedMultiplyAdd(half, p, half - 0.5);
    }

    /// <summary>eˣ − 1, and eˣ from the same exponential.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExpM1<TLane>(TLane x, out TLane exponential)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane p = ExpM1OfScaled(x, out TLane half);
        exponential = 2 * TLane.FusedMultiplyAdd(half, p, half);
        return 2 * TLane.FusedMultiplyAdd(half, p, half - 0.5);
    }

    /// <summary>ln x = n ln 2 + ln m, m in [√½, √2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Log<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        double smallestNormal = TLane.IsSingle ? 1.17549435e-38 : 2.2250738585072014e-308;
        TLane scaled = TLane.WhereLess(x, smallestNormal, x * 18014398509481984, x);
        TLane f = TLane.SplitExponent(scaled, out TLane n) - 1;
        TLane log = LogOfReduced(f, TLane.WhereLess(x, smallestNormal, n - 54, n), 0);
        log = TLane.WhereLess(x, double.PositiveInfinity, log, x);
        return TLane.WhereAtMost(x, 0, TLane.WhereLess(x, 0, double.NaN, double.NegativeInfinity), log);
    }

    /// <summary>ln x for positive, normal, finite x; NaN and others are not looked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogOfNormal<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane f = TLane.SplitExponent(x, out TLane n) - 1;
        return LogOfReduced(f, n, 0);
    }

    /// <summary>ln(1 + x): the logarithm of u = 1 + x, with the rounding error of that sum carried along.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Log1P<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane u = 1 + x;
        TLane lost = TLane.WhereLess(x, 1, x - (u - 1), 1 - (u - x)) / u;
        TLane f = TLane.SplitExponent(u, out TLane n) - 1;
        TLane log = LogOfReduced(f, n, lost);
        log = TLane.WhereLess(x, double.PositiveInfinity, log, x);
        return TLane.WhereAtMost(u, 0, TLane.WhereLess(u, 0, double.NaN, double.NegativeInfinity), log);
    }

    /// <summary>ln(1 + x) for x in [0, 1], without logarithm of a power of two, hence cheap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Log1POfUnit<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        if (TLane.IsSingle)
        {
            TLane square = x * x;
            TLane fourth = square * square;
            TLane first = TLane.FusedMultiplyAdd(x, -0.4999990399, 0.9999999954);
            TLane second = TLane.FusedMultiplyAdd(x, -0.2495455887, 0.3333000404);
            TLane third = TLane.FusedMultiplyAdd(x, -0.1531186311, 0.1967811726);
            TLane last = TLane.FusedMultiplyAdd(x, -0.05706420081, 0.1061426469);
            TLane tail = TLane.FusedMultiplyAdd(x, -0.003256378478, 0.01990716095);
            first = TLane.FusedMultiplyAdd(second, square, first);
            third = TLane.FusedMultiplyAdd(last, square, third);
            third = TLane.FusedMultiplyAdd(tail, fourth, third);
            return TLane.FusedMultiplyAdd(third, fourth, first) * x;
        }

        // 2 artanh(s), s = x / (2 + x) ≤ 1/3.
        TLane s = x / (2 + x);
        TLane z = s * s;
        TLane q = 0.1706006292010551;
        q = TLane.FusedMultiplyAdd(q, z, 0.08315683955790033);
        q = TLane.FusedMultiplyAdd(q, z, 0.12112249089821112);
        q = TLane.FusedMultiplyAdd(q, z, 0.1330010249179821);
        q = TLane.FusedMultiplyAdd(q, z, 0.15386635456315195);
        q = TLane.FusedMultiplyAdd(q, z, 0.18181739787590417);
        q = TLane.FusedMultiplyAdd(q, z, 0.2222222411177824);
        q = TLane.FusedMultiplyAdd(q, z, 0.28571428544925026);
        q = TLane.FusedMultiplyAdd(q, z, 0.4000000000019033);
        q = TLane.FusedMultiplyAdd(q, z, 0.6666666666666613);
        return TLane.FusedMultiplyAdd(s * z, q, 2 * s);
    }

    /// <summary>tanh x = −t / (2 + t) with t = e^(−2|x|) − 1, and the sign of x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Tanh<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane t = ExpM1(-2 * TLane.Abs(x));
        TLane u = 2 + t;
        TLane inverse = 1 / u;
        TLane size = t * inverse;

        // The rounding errors of the sum and of the product, put back: without it 2.5 ULP.
        TLane lost = TLane.FusedMultiplyAdd(-size, u, t) - (size * (t - (u - 2)));
        size = TLane.FusedMultiplyAdd(lost, inverse, size);
        return TLane.WhereLess(x, 0, size, -size);
    }

    /// <summary>xʸ = exp(y ln x), with ln x carried to about half as many digits again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Pow<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        double smallestNormal = TLane.IsSingle ? 1.17549435e-38 : 2.2250738585072014e-308;
        TLane scaled = TLane.WhereLess(x, smallestNormal, x * 18014398509481984, x);
        TLane f = TLane.SplitExponent(scaled, out TLane k) - 1;
        k = TLane.WhereLess(x, smallestNormal, k - 54, k);

        // ln m = 2 artanh(s), s = f / (2 + f) as a pair s + small.
        TLane u = 2 + f;
        TLane inverse = 1 / u;
        TLane s = f * inverse;
        TLane small = (TLane.FusedMultiplyAdd(-s, u, f) - (s * (f - (u - 2)))) * inverse;
        TLane z = s * s;
        TLane tail = s * z * ArtanhTail(z);
        TLane whole = k * (TLane.IsSingle ? 0.693359375 : 0.6931471803691238);
        TLane high = whole + (2 * s);
        TLane low = (whole - high) + (2 * s) + TLane.FusedMultiplyAdd(
            k, TLane.IsSingle ? -2.12194440e-4 : 1.9082149292705877e-10, (2 * small) + tail);
        TLane sum = high + low;
        low = (high - sum) + low;

        TLane power = y * sum;
        TLane rest = TLane.FusedMultiplyAdd(y, sum, -power) + (y * low);
        power = TLane.AtMost(TLane.AtLeast(power, TLane.IsSingle ? -104 : -746), TLane.IsSingle ? 89 : 710);
        TLane n = TLane.Round(power * Log2E);
        TLane result = TLane.ScaleByPowerOfTwo(1 + ExpM1OfReduced(Reduce(power, n) + rest), n);

        TLane atZero = TLane.WhereLess(0, y, 0, TLane.WhereLess(y, 0, double.PositiveInfinity, 1));
        TLane atInfinity = TLane.WhereLess(0, y, double.PositiveInfinity, TLane.WhereLess(y, 0, 0, 1));
        result = TLane.WhereLess(
            x, double.PositiveInfinity, result, TLane.WhereAtMost(double.PositiveInfinity, x, atInfinity, x));
        return TLane.WhereAtMost(x, 0, TLane.WhereLess(x, 0, double.NaN, atZero), result);
    }

    /// <summary>e^(x + rest) / 2ⁿ − 1 for x ≤ 0 not far below the smallest logarithm, rest tiny.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExpM1OfSplit<TLane>(TLane x, TLane rest, out TLane n)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        n = TLane.Round(x * Log2E);
        return ExpM1OfReduced(Reduce(x, n) + rest);
    }

    /// <summary>r = x − n ln 2, the product in two parts of which the first is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Reduce<TLane>(TLane x, TLane n) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane r = TLane.FusedMultiplyAdd(n, TLane.IsSingle ? -0.693359375 : -0.6931471803691238, x);
        return TLane.FusedMultiplyAdd(n, TLane.IsSingle ? 2.12194440e-4 : -1.9082149292705877e-10, r);
    }

    /// <summary>eʳ − 1 with x = r + n ln 2, and 2ⁿ⁻¹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane ExpM1OfScaled<TLane>(TLane x, out TLane half)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        x = TLane.AtMost(TLane.AtLeast(x, TLane.IsSingle ? -104 : -746), TLane.IsSingle ? 89 : 710);
        TLane n = TLane.Round(x * Log2E);
        half = TLane.ScaleByPowerOfTwo(0.5, n);
        return ExpM1OfReduced(Reduce(x, n));
    }

    /// <summary>eʳ − 1 for |r| ≤ ½ ln 2, as r + r² P(r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane ExpM1OfReduced<TLane>(TLane r) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        if (TLane.IsSingle)
        {
            TLane square = r * r;
            TLane low = TLane.FusedMultiplyAdd(r, 0.16666520108584754, 0.49999993412603482);
            TLane high = TLane.FusedMultiplyAdd(r, 0.0083687803401219927, 0.041668394197127782);
            high = TLane.FusedMultiplyAdd(square, 0.001381446742762532, high);
            return TLane.FusedMultiplyAdd(TLane.FusedMultiplyAdd(high, square, low), square, r);
        }

        TLane p = 2.5110094155232378e-08;
        p = TLane.FusedMultiplyAdd(p, r, 2.76201396375759e-07);
        p = TLane.FusedMultiplyAdd(p, r, 2.7557242219069154e-06);
        p = TLane.FusedMultiplyAdd(p, r, 2.4801521188003656e-05);
        p = TLane.FusedMultiplyAdd(p, r, 0.00019841269886695202);
        p = TLane.FusedMultiplyAdd(p, r, 0.0013888888917283466);
        p = TLane.FusedMultiplyAdd(p, r, 0.008333333333322174);
        p = TLane.FusedMultiplyAdd(p, r, 0.04166666666662399);
        p = TLane.FusedMultiplyAdd(p, r, 0.16666666666666674);
        p = TLane.FusedMultiplyAdd(p, r, 0.5);
        return TLane.FusedMultiplyAdd(p * r, r, r);
    }

    /// <summary>n ln 2 + ln(1 + f) + lost, smallest terms first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane LogOfReduced<TLane>(TLane f, TLane n, TLane lost)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane square = f * f;
        if (TLane.IsSingle)
        {
            TLane p = 7.0376836292e-2;
            p = TLane.FusedMultiplyAdd(p, f, -1.1514610310e-1);
            p = TLane.FusedMultiplyAdd(p, f, 1.1676998740e-1);
            p = TLane.FusedMultiplyAdd(p, f, -1.2420140846e-1);
            p = TLane.FusedMultiplyAdd(p, f, 1.4249322787e-1);
            p = TLane.FusedMultiplyAdd(p, f, -1.6668057665e-1);
            p = TLane.FusedMultiplyAdd(p, f, 2.0000714765e-1);
            p = TLane.FusedMultiplyAdd(p, f, -2.4999993993e-1);
            p = TLane.FusedMultiplyAdd(p, f, 3.3333331174e-1);
            TLane rest = TLane.FusedMultiplyAdd(n, -2.12194440e-4, TLane.FusedMultiplyAdd(p * f, square, lost));
            return TLane.FusedMultiplyAdd(n, 0.693359375, f + TLane.FusedMultiplyAdd(-0.5, square, rest));
        }

        TLane s = f / (2 + f);
        TLane z = s * s;
        TLane half = 0.5 * square;
        TLane low = TLane.FusedMultiplyAdd(n, 1.9082149292705877e-10, lost);
        TLane inner = TLane.FusedMultiplyAdd(s, TLane.FusedMultiplyAdd(z, ArtanhTail(z), half), low);
        return TLane.FusedMultiplyAdd(n, 0.6931471803691238, f - (half - inner));
    }

    /// <summary>(2 artanh(s) / s − 2) / s² as a polynomial in z = s², z ≤ 0.0295.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane ArtanhTail<TLane>(TLane z) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        if (TLane.IsSingle)
        {
            TLane p = 0.2333214199065648;
            p = TLane.FusedMultiplyAdd(p, z, 0.2855075534921674);
            p = TLane.FusedMultiplyAdd(p, z, 0.4000012246850697);
            return TLane.FusedMultiplyAdd(p, z, 0.6666666655362382);
        }

        TLane q = 0.14618234102619715;
        q = TLane.FusedMultiplyAdd(q, z, 0.15331574006254206);
        q = TLane.FusedMultiplyAdd(q, z, 0.18182893681743922);
        q = TLane.FusedMultiplyAdd(q, z, 0.22222211070313275);
        q = TLane.FusedMultiplyAdd(q, z, 0.2857142862638533);
        q = TLane.FusedMultiplyAdd(q, z, 0.3999999999989856);
        return TLane.FusedMultiplyAdd(q, z, 0.666666666666667);
    }
}
