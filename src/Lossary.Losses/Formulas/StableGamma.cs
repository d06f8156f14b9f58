using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Differences of ln Γ that cancel where their argument is large, in any lane.</summary>
internal static class StableGamma
{
    /// <summary>From here on Stirling's series has all digits.</summary>
    private const double Far = 16;

    /// <summary>A logarithm of a shape, kept where the shape is still a number that ln Γ takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Bounded<TLane>(TLane x) where TLane : struct, ILane<TLane> =>
        typeof(TLane) == typeof(Symbol) ? x : TLane.Clamp(x, -30, 30);

    /// <summary>ln Γ(x + ½) − ln Γ(x) − ½ ln x, which tends to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane HalfStep<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane direct = TLane.LogGamma(x + 0.5) - TLane.LogGamma(x) - (0.5 * TLane.Log(x));
        if (typeof(TLane) == typeof(Symbol))
        {
            return direct;
        }

        TLane inverse = 1 / x;
        TLane square = inverse * inverse;
        TLane series = (square * (-31.0 / 18432)) + (17.0 / 14336);
        series = (square * series) - (1.0 / 640);
        series = (square * series) + (1.0 / 192);
        series = (square * series) - 0.125;
        return TLane.WhereLess(x, Far, direct, inverse * series);
    }

    /// <summary>ln Γ(x) − x ln x + x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LessStirling<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane log = TLane.Log(x);
        TLane direct = TLane.LogGamma(x) - (x * log) + x;
        return typeof(TLane) == typeof(Symbol)
            ? direct
            : TLane.WhereLess(x, Far, direct, (0.9189385332046727 - (0.5 * log)) + Rest(x));
    }

    /// <summary>ln Γ(r + t) − ln Γ(r) − t ln r, which tends to 0 as r grows.</summary>
    /// <param name="r">Above 0.</param>
    /// <param name="logOfR">Its logarithm.</param>
    /// <param name="t">0 or above.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Rise<TLane>(TLane r, TLane logOfR, TLane t) where TLane : struct, ILane<TLane>
    {
        TLane direct = TLane.LogGamma(r + t) - TLane.LogGamma(r) - (t * logOfR);
        if (typeof(TLane) == typeof(Symbol))
        {
            return direct;
        }

        TLane u = t / r;
        TLane main = ((t - 0.5) * TLane.Log1P(u)) - (r * Stable.LessLog1P(u));
        return TLane.WhereLess(r, Far, direct, main + (Rest(r + t) - Rest(r)));
    }

    /// <summary>What Stirling's formula leaves of ln Γ(x), for a large x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Rest<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        TLane inverse = 1 / x;
        TLane square = inverse * inverse;
        TLane series = (square * (1.0 / 1188)) - (1.0 / 1680);
        series = (square * series) + (1.0 / 1260);
        series = (square * series) - (1.0 / 360);
        series = (square * series) + (1.0 / 12);
        return inverse * series;
    }
}
