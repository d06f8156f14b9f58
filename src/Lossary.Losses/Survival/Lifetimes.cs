using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Logarithms of differences of exponentials.</summary>
internal static class LogDifference
{
    private const double Nothing = 1000;

    /// <summary>ln(1 − e^(−d)) for d &gt; 0: the form that keeps its digits on either side of ln 2.</summary>
    /// <remarks>Where e^(−d) is 0 in either format d is cut off: one that overflowed has no derivative.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane OfOneLessExp<TLane>(TLane d) where TLane : struct, ILane<TLane>
    {
        TLane power = TLane.AtLeast(-d, -Nothing);
        return TLane.WhereLess(d, 0.6931471805599453, TLane.Log(-TLane.ExpM1(power)), TLane.Log1P(-TLane.Exp(power)));
    }
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
    public static TLane LogInterval<TLane>(TLane a, TLane b, TLane width) where TLane : struct, ILane<TLane> =>
        LogDifference.OfOneLessExp(width) - TLane.Softplus(-b) - TLane.Softplus(a);
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
    public static TLane LogInterval<TLane>(TLane a, TLane b, TLane width) where TLane : struct, ILane<TLane>
    {
        TLane difference = -(TLane.Exp(b) * TLane.ExpM1(-width));
        return LogDifference.OfOneLessExp(difference) - TLane.Exp(a);
    }
}

/// <summary>The normal distribution.</summary>
internal readonly struct NormalLifetime : ILifetime
{
    private const double HalfLogOfTwoPi = 0.9189385332046728;
    private const double Narrow = 0.05;
    private const double Far = 1e4;

    public static string Symbol => @"\Phi";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogDensity<TLane>(TLane z)
        where TLane : struct, ILane<TLane> => -((0.5 * (z * z)) + HalfLogOfTwoPi);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogCumulative<TLane>(TLane z) where TLane : struct, ILane<TLane> =>
        NormalDistribution.LogCumulative(z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogSurvival<TLane>(TLane z) where TLane : struct, ILane<TLane> => LogCumulative(-z);

    /// <remarks>
    /// Above the mean by the other tail, so that neither number is near 1. What is narrow by the density in the middle
    /// and its second derivatives, of which the first that is left out is below 10⁻¹³ of it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogInterval<TLane>(TLane a, TLane b, TLane width) where TLane : struct, ILane<TLane>
    {
        TLane upper = LogCumulative(TLane.WhereLess(0, a, -a, b));
        TLane lower = LogCumulative(TLane.WhereLess(0, a, -b, a));

        // Far out the squares of both are alike: their difference by its product, and Mills' ratio by its first term.
        TLane nearer = TLane.WhereLess(0, a, a, -b);
        TLane drop = (width * (nearer + (0.5 * width))) + TLane.Log1P(width / TLane.AtLeast(nearer, Far));
        TLane wide = upper + LogDifference.OfOneLessExp(TLane.WhereLess(Far, nearer, drop, upper - lower));

        TLane middle = a + (0.5 * width);
        TLane square = middle * middle, part = width * width;
        TLane fourth = (square * (square - 6)) + 3;
        TLane bend = part * (((square - 1) * (1.0 / 24)) + (part * fourth * (1.0 / 1920)));
        TLane narrow = TLane.Log(width) + TLane.Log1P(bend) + LogDensity(middle);
        return TLane.WhereLess(width * TLane.AtLeast(TLane.Abs(middle), 1), Narrow, narrow, wide);
    }
}
