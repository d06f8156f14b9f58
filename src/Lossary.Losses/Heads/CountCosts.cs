using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Negative log-likelihoods of counts, whole ones: ln t! is in.</summary>
internal static class CountCosts
{
    /// <summary>A mean beyond e⁸⁰ is as good as never 0.</summary>
    private const double Farthest = 80;

    /// <summary>ln t! of a count, by which nothing is differentiated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogFactorial<TLane>(TLane count) where TLane : struct, ILane<TLane> =>
        TLane.LogGammaOfHeld(count + 1);

    /// <summary>Of a Poisson distribution, from the logarithm of its mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Poisson<TLane>(TLane logMean, TLane count) where TLane : struct, ILane<TLane> =>
        TLane.Exp(logMean) - (count * logMean) + LogFactorial(count);

    /// <summary>ln P(0) of a Poisson distribution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogOfNone<TLane>(TLane logMean) where TLane : struct, ILane<TLane> =>
        -TLane.Exp(typeof(TLane) == typeof(Symbol) ? logMean : TLane.AtMost(logMean, Farthest));

    /// <summary>Of a Poisson distribution without its 0, for counts from 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane PositivePoisson<TLane>(TLane logMean, TLane count) where TLane : struct, ILane<TLane>
    {
        TLane mean = TLane.Exp(logMean);
        if (typeof(TLane) == typeof(Symbol))
        {
            return Poisson(logMean, count) + TLane.Log(1 - TLane.Exp(-mean));
        }

        // ln((1 − e^(−m)) / m), which a small mean takes to 0.
        TLane some = TLane.WhereLess(mean, 1e-8, -0.5 * mean, TLane.Log(-TLane.ExpM1(-mean) / mean));
        return mean - ((count - 1) * logMean) + LogFactorial(count) + some;
    }

    /// <summary>Of a negative binomial distribution, from the logarithms of its mean and of its dispersion.</summary>
    /// <remarks>A call: with zeros of a second reason about it, it falls over the JIT's limit of locals.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static TLane NegativeBinomialCall<TLane>(TLane logMean, TLane logDispersion, TLane count)
        where TLane : struct, ILane<TLane>
    {
        TLane a = StableGamma.Bounded(logDispersion);
        TLane r = TLane.Exp(-a);
        TLane logShare = logMean + a;
        if (typeof(TLane) == typeof(Symbol))
        {
            TLane rise = TLane.LogGamma(count + r) - TLane.LogGamma(r) + (count * a);
            return LogFactorial(count) - rise + ((count + r) * TLane.Softplus(logShare)) - (count * logMean);
        }

        // Where α m is above 1, ln(1 + α m) by its reciprocal, and where r is large, r + t over r: t ln(α m) or t ln r
        // then cancels on paper.
        TLane isLarge = TLane.WhereLess(r, StableGamma.Near, 0, count);
        TLane cost = (count + r) * TLane.Softplus(-TLane.Abs(logShare));
        TLane small = TLane.WhereLess(0, logShare, r * logShare, -((count - isLarge) * logShare));
        TLane large = isLarge * TLane.WhereLess(0, logShare, a, -logMean);
        return (LogFactorial(count) - StableGamma.RiseCall(r, count)) + cost + (small + large);
    }

    /// <summary>ln P(0) of a negative binomial distribution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogOfNone<TLane>(TLane logMean, TLane logDispersion) where TLane : struct, ILane<TLane>
    {
        TLane a = StableGamma.Bounded(logDispersion);
        return -(TLane.Exp(-a) * TLane.Softplus(logMean + a));
    }

    /// <summary>Of counts that are 0 for a second reason too.</summary>
    /// <param name="zeroLogit">The logit of that reason.</param>
    /// <param name="logOfNone">ln P(0) of the other.</param>
    /// <param name="cost">What the count costs by the other.</param>
    /// <param name="count">The count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Inflated<TLane>(TLane zeroLogit, TLane logOfNone, TLane cost, TLane count)
        where TLane : struct, ILane<TLane>
    {
        TLane other = TLane.Softplus(zeroLogit);
        if (typeof(TLane) == typeof(Symbol))
        {
            TLane sum = TLane.Log(TLane.Exp(zeroLogit) + TLane.Exp(logOfNone));
            return TLane.WhereLess(0, count, other + cost, other - sum);
        }

        // ln(e^z + P(0)) by the larger of the two; where P(0) is near 1, the two logarithms as one.
        TLane both = TLane.Max(zeroLogit, logOfNone) + TLane.Softplus(-TLane.Abs(zeroLogit - logOfNone));
        TLane near = -TLane.Log1P(TLane.Sigmoid(-zeroLogit) * TLane.ExpM1(logOfNone));
        return TLane.WhereLess(0, count, other + cost, TLane.WhereLess(logOfNone, -0.5, other - both, near));
    }
}
