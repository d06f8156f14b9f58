using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Logarithms of differences of exponentials.</summary>
internal static class LogDifference
{
    /// <summary>ln(1 − e^(−d)) for d &gt; 0: the form that keeps its digits on either side of ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane OfOneLessExp<TLane>(TLane d) where TLane : struct, ILane<TLane> => TLane.WhereLess(
        d, 0.6931471805599453, TLane.Log(-TLane.ExpM1(-d)), TLane.Log1P(-TLane.Exp(-d)));
}

/// <summary>The logistic distribution.</summary>
internal readonly struct LogisticLifetime : ILifetime
{
    public static string Symbol => @"\sigma";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogDensity<TLane>(TLane z) where TLane : struct, ILane<TLane> =>
        -(TLane.Softplus(z) + TLane.Softplus(-z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogCumulative<TLane>(TLane z) where TLane : struct, ILane<TLane> => -TLane.Softplus(-z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogSurvival<TLane>(TLane z) where TLane : struct, ILane<TLane> => -TLane.Softplus(z);

    /// <remarks>σ(b) − σ(a) = σ(b) σ(−a) (1 − e^(a − b)).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogInterval<TLane>(TLane a, TLane b) where TLane : struct, ILane<TLane> =>
        LogDifference.OfOneLessExp(b - a) - TLane.Softplus(-b) - TLane.Softplus(a);
}

/// <summary>The distribution of the logarithm of an exponential time: F(z) = 1 − e^(−e^z).</summary>
internal readonly struct ExtremeLifetime : ILifetime
{
    public static string Symbol => "G";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogDensity<TLane>(TLane z) where TLane : struct, ILane<TLane> => z - TLane.Exp(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogCumulative<TLane>(TLane z) where TLane : struct, ILane<TLane> =>
        LogDifference.OfOneLessExp(TLane.Exp(z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogSurvival<TLane>(TLane z) where TLane : struct, ILane<TLane> => -TLane.Exp(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogInterval<TLane>(TLane a, TLane b) where TLane : struct, ILane<TLane>
    {
        TLane hazard = TLane.Exp(a);
        return LogDifference.OfOneLessExp(hazard * TLane.ExpM1(b - a)) - hazard;
    }
}

/// <summary>The normal distribution.</summary>
internal readonly struct NormalLifetime : ILifetime
{
    private const double HalfLogOfTwoPi = 0.9189385332046728;

    public static string Symbol => @"\Phi";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogDensity<TLane>(TLane z) where TLane : struct, ILane<TLane> => -((0.5 * (z * z)) + HalfLogOfTwoPi);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogCumulative<TLane>(TLane z) where TLane : struct, ILane<TLane> =>
        NormalDistribution.LogCumulative(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogSurvival<TLane>(TLane z) where TLane : struct, ILane<TLane> => LogCumulative(-z);

    /// <remarks>Above the mean by the other tail, so that neither number is near 1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogInterval<TLane>(TLane a, TLane b) where TLane : struct, ILane<TLane>
    {
        TLane upper = LogCumulative(TLane.WhereLess(0, a, -a, b));
        TLane lower = LogCumulative(TLane.WhereLess(0, a, -b, a));
        return upper + LogDifference.OfOneLessExp(upper - lower);
    }
}
