using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Pieces of formulas in a form that keeps its digits near 0 and does not overflow far out, in any lane. Text reads
/// them as they are printed in books.
/// </summary>
internal static class Stable
{
    /// <summary>From here on 1 + u² rounds to u² in either format.</summary>
    private const double Far = 1e9;

    /// <summary>−1, 0 or 1; NaN where x is. At the kink of a convex loss the 0 is a subgradient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Sign<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(x, 0, -1, TLane.WhereLess(0, x, 1, x));

    /// <summary>ln(1 + u²) for u ≥ 0, also where u² overflows: there it is 2 ln u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Log1POfSquare<TLane>(TLane u) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.Log1P(u * u);
        }

        TLane log = TLane.Log1P(TLane.WhereLess(u, Far, u * u, u - 1));
        return TLane.WhereLess(u, Far, log, 2 * log);
    }

    /// <summary>√(1 + u²) for u ≥ 0, also where u² overflows: there it is u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane RootOfOnePlusSquare<TLane>(TLane u) where TLane : struct, ILane<TLane>
    {
        TLane root = TLane.Sqrt(1 + (u * u));
        return typeof(TLane) == typeof(Symbol) ? root : TLane.WhereLess(u, Far, root, u);
    }

    /// <summary>
    /// √(x² + y²), also where the squares overflow or underflow; 0 with the derivative 0 where both are 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Length<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.Sqrt((x * x) + (y * y));
        }

        TLane a = TLane.Abs(x), b = TLane.Abs(y);
        TLane larger = TLane.WhereLess(a, b, b, a), smaller = TLane.WhereLess(a, b, a, b);
        TLane ratio = smaller / TLane.WhereLess(0, larger, larger, 1);
        return larger * TLane.Sqrt(1 + (ratio * ratio));
    }

    /// <summary>ln cosh x, and its derivative tanh x, from one exponential.</summary>
    /// <remarks>
    /// Near 0 it is −½ ln(1 − tanh² x): |x| − ln 2 + ln(1 + e^(−2|x|)), right elsewhere, would leave no digit of ½x².
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogCosh<TLane>(TLane x, out TLane tanh) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            tanh = TLane.Tanh(x);
            return (TLane)(object)new Symbol($@"\ln \cosh {((Symbol)(object)x).Latex}", 1);
        }

        TLane size = TLane.Abs(x);
        TLane m = TLane.ExpM1(-2 * size);
        TLane t = -m / (2 + m);
        tanh = TLane.WhereLess(x, 0, -t, t);
        TLane log = TLane.Log1P(TLane.WhereLess(size, 1, -(t * t), 1 + m));
        return TLane.WhereLess(size, 1, -0.5 * log, size + (log - 0.6931471805599453));
    }

    /// <summary>eˣ − 1 − x, also where the two cancel: for |x| &lt; ¼ by its series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExpM1LessX<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane direct = TLane.ExpM1(x) - x;
        if (typeof(TLane) == typeof(Symbol))
        {
            return direct;
        }

        TLane p = 1.0 / 479001600;
        p = (x * p) + (1.0 / 39916800);
        p = (x * p) + (1.0 / 3628800);
        p = (x * p) + (1.0 / 362880);
        p = (x * p) + (1.0 / 40320);
        p = (x * p) + (1.0 / 5040);
        p = (x * p) + (1.0 / 720);
        p = (x * p) + (1.0 / 120);
        p = (x * p) + (1.0 / 24);
        p = (x * p) + (1.0 / 6);
        p = (x * p) + 0.5;
        return TLane.WhereLess(TLane.Abs(x), 0.25, x * x * p, direct);
    }

    /// <summary>ln(1 + x) as a call, for formulas that have so many that the JIT would stop to inline.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLane Log1PCall<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Log1P(x);

    /// <summary>u − ln(1 + u), also where the two cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LessLog1P<TLane>(TLane u) where TLane : struct, ILane<TLane> => LessLog1P(u, out _);

    /// <summary>
    /// u − ln(1 + u), also where the two cancel, and the logarithm: for −½ &lt; u &lt; 1 by the series of atanh s,
    /// s = u / (2 + u), its coefficients interpolated at Chebyshev's points of 0 ≤ s² ≤ 1/9 within 3e-18.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LessLog1P<TLane>(TLane u, out TLane log) where TLane : struct, ILane<TLane>
    {
        log = TLane.Log1P(u);
        TLane direct = u - log;
        if (typeof(TLane) == typeof(Symbol))
        {
            return direct;
        }

        // ln(1 + u) = 2 (s + s³/3 + s⁵/5 + …), and u − 2s = u s.
        TLane s = u / (2 + u);
        TLane square = s * s;
        TLane p = 0.07815288900461426;
        p = (square * p) + 0.03746071897775383;
        p = (square * p) + 0.05422589197440007;
        p = (square * p) + 0.05867139530651599;
        p = (square * p) + 0.06667589315724629;
        p = (square * p) + 0.07692271982430275;
        p = (square * p) + 0.09090909948981357;
        p = (square * p) + 0.11111111099118386;
        p = (square * p) + 0.1428571428580005;
        p = (square * p) + 0.19999999999999762;
        p = (square * p) + 0.3333333333333333;
        return TLane.WhereLess(TLane.Abs(u - 0.25), 0.75, s * (u - (2 * (square * p))), direct);
    }

    /// <summary>(eˣ − 1) / x, which tends to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane ExpM1OverX<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        const double Tiny = 1e-15, Small = 0.25;
        TLane size = TLane.Abs(x);
        TLane near = TLane.WhereLess(size, Tiny, 1 + (0.5 * x), 1 + (ExpM1LessX(x) / x));
        return TLane.WhereLess(size, Small, near, TLane.ExpM1(x) / x);
    }

    /// <summary>ln(1 + u) / u, which tends to 1, for u &gt; −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Log1POverX<TLane>(TLane u) where TLane : struct, ILane<TLane>
    {
        const double Tiny = 1e-15, Small = 0.25;
        TLane size = TLane.Abs(u);
        TLane near = TLane.WhereLess(size, Tiny, 1 - (0.5 * u), 1 - (LessLog1P(u) / u));
        return TLane.WhereLess(size, Small, near, TLane.Log1P(u) / u);
    }

    /// <summary>factor · eˣ, also where eˣ overflows and a small factor brings it back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane TimesExp<TLane>(TLane factor, TLane x) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return factor * TLane.Exp(x);
        }

        const double NoOverflow = 80;
        TLane rest = TLane.AtLeast(x - NoOverflow, 0);
        return factor * TLane.Exp(x - rest) * TLane.Exp(rest);
    }

    /// <summary>
    /// ln(x / y) for positive x and y, also where the two are near and where their quotient overflows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogOfRatio<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane>
    {
        TLane ratio = x / y;
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.Log(ratio);
        }

        const double Largest = 1e37, Smallest = 1e-37;
        TLane far = TLane.Log(x) - TLane.Log(y);
        TLane between = TLane.WhereLess(TLane.Abs(ratio - 1), 0.5, TLane.Log1P((x - y) / y), TLane.Log(ratio));
        return TLane.WhereLess(ratio, Smallest, far, TLane.WhereLess(Largest, ratio, far, between));
    }

    /// <summary>arctan x, by Cephes: three intervals, one quotient of polynomials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Arctangent<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return (TLane)(object)new Symbol($@"\arctan {((Symbol)(object)x).Latex}", 1);
        }

        const double TangentOf3Eighths = 2.414213562373095, Middle = 0.66;
        TLane size = TLane.Abs(x);
        TLane top = TLane.WhereLess(TangentOf3Eighths, size, -1, TLane.WhereLess(Middle, size, size - 1, size));
        TLane bottom = TLane.WhereLess(TangentOf3Eighths, size, size, TLane.WhereLess(Middle, size, size + 1, 1));
        TLane start = TLane.WhereLess(
            TangentOf3Eighths, size, 1.5707963267948966, TLane.WhereLess(Middle, size, 0.7853981633974483, 0));
        TLane y = top / bottom;
        TLane z = y * y;
        TLane p = (z * -8.750608600031904122785e-1) - 1.615753718733365076637e1;
        p = (z * p) - 7.500855792314704667340e1;
        p = (z * p) - 1.228866684490136173410e2;
        p = (z * p) - 6.485021904942025371773e1;
        TLane q = z + 2.485846490142306297962e1;
        q = (z * q) + 1.650270098316988542046e2;
        q = (z * q) + 4.328810604912902668951e2;
        q = (z * q) + 4.853903996359136964868e2;
        q = (z * q) + 1.945506571482613964425e2;
        TLane angle = start + (y + (y * (z * (p / q))));
        return TLane.WhereLess(x, 0, -angle, angle);
    }
}
