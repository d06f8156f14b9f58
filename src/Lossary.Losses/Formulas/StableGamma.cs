using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Differences of ln Γ that cancel where their argument is large, in any lane.</summary>
/// <remarks>
/// With Binet's J, ln Γ(x) = (x − ½) ln x − x + ½ ln 2π + J(x), every large part of a difference cancels on paper. The
/// polynomial is J(1/w)/w interpolated at Chebyshev's points of 0 ≤ w ≤ ½ in 80 digits, within 8e-18.
/// The functions are calls, and polynomials loops: a formula over duals that has them all in one method falls over the
/// JIT's limit of locals.
/// </remarks>
internal static class StableGamma
{
    /// <summary>From here on J by its polynomial.</summary>
    public const double Near = 2;

    /// <summary>From here on Stirling's series of a half step has all digits.</summary>
    private const double Far = 8;

    private const double HalfLogOf2Pi = 0.9189385332046727;

    /// <summary>J(1/w)/w by powers of w, the highest first.</summary>
    private static ReadOnlySpan<double> BinetTerms =>
    [
        0.0015727240847562473, -0.005526957208589006, 0.0072027158463972485, -0.0021264184599195123,
        -0.005575992096236207, 0.008309527866210831, -0.005042704570534964, 0.0007857014097289368,
        0.0007019220563135701, 1.784693178616409e-05, -0.0005968559635932757, 1.0128924062326998e-07,
        0.0007936466246944185, 1.0399897295779399e-10, -0.002777777779143454, 7.104072918575121e-15,
        0.08333333333333333,
    ];

    /// <summary>Stirling's series of a half step, by powers of 1/x², the highest first.</summary>
    private static ReadOnlySpan<double> HalfStepTerms =>
    [
        313.69655055423146, -26.80572169735318, 2.784861777958117, -0.359287374159869, 0.059100405375162764,
        -0.012819730318509616, 0.0038341175426136365, -0.001681857638888889, 0.0011858258928571428, -0.0015625,
        0.005208333333333333, -0.125,
    ];

    /// <summary>A logarithm of a shape, kept where the shape is still a number that ln Γ takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Bounded<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol) ? x : TLane.Clamp(x, -30, 30);

    /// <summary>ln Γ(x + ½) − ln Γ(x) − ½ ln x, which tends to 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLane HalfStepCall<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.LogGamma(x + 0.5) - TLane.LogGamma(x) - (0.5 * TLane.Log(x));
        }

        // f(x) = f(x + 1) + ½ ln(1 − 1/(2x + 1)²); the first factor as 4x (x + 1)/(2x + 1)², which may be tiny.
        TLane odd = 1 + (2 * x);
        TLane inverseOdd = 1 / odd;
        TLane missing = inverseOdd * inverseOdd;
        TLane kept = 4 * ((x * inverseOdd) * ((x + 1) * inverseOdd));
        for (int i = 1; i < 8; i++)
        {
            TLane inverseNext = 1 / (odd + (2.0 * i));
            TLane part = inverseNext * inverseNext;
            missing += (1 - missing) * part;
            kept -= kept * part;
        }

        TLane shift = TLane.WhereLess(x, 0.5, TLane.Log(kept), Stable.Log1PCall(-missing));
        TLane inverse = 1 / TLane.WhereLess(x, Far, x + 8, x);
        TLane square = inverse * inverse;
        TLane series = 0;
        foreach (double coefficient in HalfStepTerms)
        {
            series = (square * series) + coefficient;
        }

        return (inverse * series) + TLane.WhereLess(x, Far, 0.5 * shift, 0);
    }

    /// <summary>ln Γ(x) − x ln x + x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLane LessStirlingCall<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane log = TLane.Log(x);
        TLane direct = TLane.LogGamma(x) - (x * log) + x;
        return typeof(TLane) == typeof(Symbol)
            ? direct
            : TLane.WhereLess(x, Near, direct, (HalfLogOf2Pi - (0.5 * log)) + Binet(x));
    }

    /// <summary>
    /// ln Γ(r + t) − ln Γ(r), where r is not below <see cref="Near"/> less t ln r: then it tends to 0 as r grows.
    /// </summary>
    /// <param name="r">Above 0.</param>
    /// <param name="t">0 or above.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLane RiseCall<TLane>(TLane r, TLane t) where TLane : struct, ILane<TLane>
    {
        // A small r as r + 2, by Γ(r + 2) = r (r + 1) Γ(r).
        TLane start = TLane.WhereLess(r, Near, r + 2, r);
        TLane less = Stable.LessLog1P(t / start, out TLane log);
        TLane main = ((t - 0.5) * log) - (start * less) + BinetRiseCall(start, t);
        TLane shift = (t * Stable.Log1PCall(start - 1)) - Stable.Log1PCall(t / r) - Stable.Log1PCall(t / (r + 1));
        return main + TLane.WhereLess(r, Near, shift, 0);
    }

    /// <summary>What Stirling's formula leaves, S(x) = ln Γ(x) − x ln x + x: S(r + t) − S(r).</summary>
    /// <param name="r">Above 0.</param>
    /// <param name="t">0 or above.</param>
    /// <param name="log">ln(1 + t/r).</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLane StirlingRiseCall<TLane>(TLane r, TLane t, TLane log) where TLane : struct, ILane<TLane>
    {
        // A small r as r + 2, by Γ(r + 2) = r (r + 1) Γ(r).
        TLane start = TLane.WhereLess(r, Near, r + 2, r);
        TLane logAtStart = TLane.WhereLess(r, Near, Stable.Log1PCall(t / start), log);
        TLane shift = ((start + t) * logAtStart) + (t * Stable.Log1PCall(2 / r)) - ((r + t + 1) * log)
            - Stable.Log1PCall(t / (r + 1));
        return BinetRiseCall(start, t) - (0.5 * logAtStart) + TLane.WhereLess(r, Near, shift, 0);
    }

    /// <summary>J(x), what Stirling's formula leaves of ln Γ(x), for x from 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Binet<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane w = 1 / x;
        TLane p = 0;
        foreach (double coefficient in BinetTerms)
        {
            p = (w * p) + coefficient;
        }

        return w * p;
    }

    /// <summary>J(r + t) − J(r) as t times a divided difference, for r from 2.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static TLane BinetRiseCall<TLane>(TLane r, TLane t) where TLane : struct, ILane<TLane>
    {
        TLane first = 1 / (r + t), second = 1 / r;
        TLane value = 0, quotient = 0;
        foreach (double coefficient in BinetTerms)
        {
            // A step of Horner's scheme at the second place, and of that of the divided difference.
            value = (second * value) + coefficient;
            quotient = (first * quotient) + value;
        }

        return -((t * first) * (second * quotient));
    }
}
