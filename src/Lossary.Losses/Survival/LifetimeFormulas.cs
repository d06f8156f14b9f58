using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What times that are known, known to be later, earlier, or between two bounds cost.</summary>
internal static class LifetimeFormulas<TLifetime>
    where TLifetime : struct, ILifetime
{
    /// <summary>−ln f(z) + ln σ where the event was seen, else −ln(1 − F(z)); z = (ln t − μ)/σ.</summary>
    /// <param name="x">Location, log-scale, time, event.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Censored<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane z = (TLane.Log(x[2]) - x[0]) * TLane.Exp(-x[1]);
        return TLane.WhereLess(0, x[3], x[1] - TLifetime.LogDensity(z), -TLifetime.LogSurvival(z));
    }

    /// <summary>The same for a time between two bounds, of which either may be missing: 0, and infinity.</summary>
    /// <param name="x">Location, log-scale, lower, upper.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Interval<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            string f = TLifetime.Symbol;
            return (TLane)(object)new Symbol(
                $@"-\ln \left({f}\left(\frac{{\ln u - \mu}}{{e^s}}\right) - "
                + $@"{f}\left(\frac{{\ln l - \mu}}{{e^s}}\right)\right)", 1);
        }

        TLane lower = x[2], upper = x[3], inverse = TLane.Exp(-x[1]);

        // Bounds that are missing stand at 1: what comes of them is not chosen, and must not be NaN.
        TLane a = (TLane.Log(TLane.WhereLess(0, lower, lower, 1)) - x[0]) * inverse;
        TLane b = (TLane.Log(TLane.WhereLess(upper, double.PositiveInfinity, upper, 1)) - x[0]) * inverse;
        TLane known = x[1] - TLifetime.LogDensity(a);
        TLane hasBoth = TLane.WhereLess(upper, double.PositiveInfinity, TLane.WhereLess(lower, upper, lower, 0), 0);
        TLane ratio = Stable.LogOfRatio(TLane.WhereLess(0, hasBoth, upper, 2), TLane.WhereLess(0, hasBoth, lower, 1));
        TLane between = -TLifetime.LogInterval(a, TLane.WhereLess(0, hasBoth, b, a + 1), inverse * ratio);
        TLane below = TLane.WhereLess(0, lower, between, -TLifetime.LogCumulative(b));
        TLane above = TLane.WhereLess(0, lower, -TLifetime.LogSurvival(a), 0 * a);
        TLane censored = TLane.WhereLess(upper, double.PositiveInfinity, below, above);
        return TLane.WhereLess(lower, upper, censored, known);
    }

    /// <summary>−ln(F(b − s) − F(a − s)), for thresholds of which either may be missing.</summary>
    /// <param name="x">
    /// Score, lower threshold, upper threshold, whether there is a lower, whether there is an upper.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Between<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane a = x[1] - x[0], b = x[2] - x[0];
        TLane isInner = x[3] * x[4];
        TLane width = TLane.WhereLess(0, isInner, x[2] - x[1], 1);
        TLane between = -TLifetime.LogInterval(a, TLane.WhereLess(0, isInner, b, a + 1), width);
        TLane open = TLane.WhereLess(0, x[3], -TLifetime.LogSurvival(a), -TLifetime.LogCumulative(b));
        return TLane.WhereLess(0, isInner, between, open);
    }
}
