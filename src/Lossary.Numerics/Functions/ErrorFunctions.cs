using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>The error function and its complement, the latter with full precision far into its tail.</summary>
/// <remarks>
/// erfc x = e^(−x²) · erfcx x, with one polynomial for (1 + 2x) erfcx x over the whole half line in q = (x − k) / (x +
/// k), the substitution of M. M. Shepherd and J. G. Laframboise, "Chebyshev Approximation of (1 + 2x) exp(x²) erfc x in
/// 0 ≤ x &lt; ∞", Mathematics of Computation 36 (1981) 249–253, doi:10.1090/S0025-5718-1981-0595058-X. Coefficients:
/// Chebyshev interpolation in 50 digits.
/// </remarks>
internal static class ErrorFunctions
{
    /// <summary>erf x = 2/√π ∫₀ˣ e^(−t²) dt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Erf<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane size = TLane.Abs(x);
        TLane far = 1 - Tail(size);
        far = TLane.WhereLess(x, 0, -far, far);
        return TLane.WhereLess(size, 1, Near(x), far);
    }

    /// <summary>erfc x = 1 − erf x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Erfc<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane size = TLane.Abs(x);
        TLane tail = Tail(size);
        TLane far = TLane.WhereLess(x, 0, 2 - tail, tail);
        return TLane.WhereLess(size, 0.5, 1 - Near(x), far);
    }

    /// <summary>erf x for |x| ≤ 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Near<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane> =>
        TLane.FusedMultiplyAdd(x, ErfRatio(x * x), x);

    /// <summary>erfc x for x ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Tail<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        // Beyond the bound the result is 0; the polynomial ends there.
        x = TLane.AtMost(x, TLane.IsSingle ? 11 : 28);
        double k = TLane.IsSingle ? 3 : 4;
        TLane below = x - k, above = x + k;
        TLane q = below / above;
        TLane scaled = ScaledTail(q) / (1 + (2 * x));

        // The rounding error of x² matters as much as x² is large.
        TLane square = x * x;
        TLane lost = TLane.FusedMultiplyAdd(x, x, -square);
        TLane m = Elementary.ExpM1OfSplit(-square, -lost, out TLane n);
        return TLane.ScaleByPowerOfTwo(TLane.FusedMultiplyAdd(scaled, m, scaled), n);
    }

    /// <summary>(1 + 2x) e^(x²) erfc x as a polynomial in q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane ScaledTail<TLane>(TLane q) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane p;
        if (TLane.IsSingle)
        {
            p = 4.188165158950081e-05;
            p = TLane.FusedMultiplyAdd(p, q, -0.000165138854995802);
            p = TLane.FusedMultiplyAdd(p, q, -0.000730318118808006);
            p = TLane.FusedMultiplyAdd(p, q, 0.0019430951614387644);
            p = TLane.FusedMultiplyAdd(p, q, 0.002520801145510911);
            p = TLane.FusedMultiplyAdd(p, q, -0.023787735988358233);
            p = TLane.FusedMultiplyAdd(p, q, 0.06830799958144855);
            p = TLane.FusedMultiplyAdd(p, q, -0.1192713770893743);
            p = TLane.FusedMultiplyAdd(p, q, 0.12964524339519987);
            p = TLane.FusedMultiplyAdd(p, q, -0.04756240440653541);
            p = TLane.FusedMultiplyAdd(p, q, -0.1356211087430914);
            p = TLane.FusedMultiplyAdd(p, q, 1.2530080591428208);
        }
        else
        {
            p = 1.263782858042137e-09;
            p = TLane.FusedMultiplyAdd(p, q, 1.868487385473519e-09);
            p = TLane.FusedMultiplyAdd(p, q, -1.4091982822555755e-08);
            p = TLane.FusedMultiplyAdd(p, q, -1.799947545903142e-08);
            p = TLane.FusedMultiplyAdd(p, q, 1.1005996198640057e-07);
            p = TLane.FusedMultiplyAdd(p, q, 7.471952780500971e-08);
            p = TLane.FusedMultiplyAdd(p, q, -8.254699744871162e-07);
            p = TLane.FusedMultiplyAdd(p, q, 2.9377854943443786e-07);
            p = TLane.FusedMultiplyAdd(p, q, 5.709784760966506e-06);
            p = TLane.FusedMultiplyAdd(p, q, -1.1222046316669005e-05);
            p = TLane.FusedMultiplyAdd(p, q, -2.439924428312988e-05);
            p = TLane.FusedMultiplyAdd(p, q, 0.00015062169704678355);
            p = TLane.FusedMultiplyAdd(p, q, -0.00019925668432389153);
            p = TLane.FusedMultiplyAdd(p, q, -0.0007577732973669146);
            p = TLane.FusedMultiplyAdd(p, q, 0.005031969975753176);
            p = TLane.FusedMultiplyAdd(p, q, -0.01619773405599449);
            p = TLane.FusedMultiplyAdd(p, q, 0.03716751553777026);
            p = TLane.FusedMultiplyAdd(p, q, -0.0663303658124095);
            p = TLane.FusedMultiplyAdd(p, q, 0.09373283499833023);
            p = TLane.FusedMultiplyAdd(p, q, -0.10103906603629459);
            p = TLane.FusedMultiplyAdd(p, q, 0.06809705425469323);
            p = TLane.FusedMultiplyAdd(p, q, 0.015379652102619558);
            p = TLane.FusedMultiplyAdd(p, q, -0.13962111684056253);
            p = TLane.FusedMultiplyAdd(p, q, 1.2329951186255526);
        }

        return p;
    }

    /// <summary>erf(x) / x − 1 for |x| ≤ 1 as a polynomial in x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane ErfRatio<TLane>(TLane square) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane p;
        if (TLane.IsSingle)
        {
            p = 7.875875062685488e-05;
            p = TLane.FusedMultiplyAdd(p, square, -0.000801686428716587);
            p = TLane.FusedMultiplyAdd(p, square, 0.005189087423433974);
            p = TLane.FusedMultiplyAdd(p, square, -0.026854212010626412);
            p = TLane.FusedMultiplyAdd(p, square, 0.11283594715160218);
            p = TLane.FusedMultiplyAdd(p, square, -0.37612626666720334);
            p = TLane.FusedMultiplyAdd(p, square, 0.12837916584835085);
        }
        else
        {
            p = 5.957176147748911e-11;
            p = TLane.FusedMultiplyAdd(p, square, -1.1372848856791674e-09);
            p = TLane.FusedMultiplyAdd(p, square, 1.4659775274047436e-08);
            p = TLane.FusedMultiplyAdd(p, square, -1.6350312701054695e-07);
            p = TLane.FusedMultiplyAdd(p, square, 1.6461000484121368e-06);
            p = TLane.FusedMultiplyAdd(p, square, -1.4925595266831182e-05);
            p = TLane.FusedMultiplyAdd(p, square, 0.0001205533111164271);
            p = TLane.FusedMultiplyAdd(p, square, -0.000854832698083379);
            p = TLane.FusedMultiplyAdd(p, square, 0.0052239776248180145);
            p = TLane.FusedMultiplyAdd(p, square, -0.026866170645076792);
            p = TLane.FusedMultiplyAdd(p, square, 0.11283791670954879);
            p = TLane.FusedMultiplyAdd(p, square, -0.3761263890318375);
            p = TLane.FusedMultiplyAdd(p, square, 0.1283791670955126);
        }

        return p;
    }
}
