using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The standard normal distribution, in any lane.</summary>
internal static class NormalDistribution
{
    private const double InverseRootOf2 = 0.7071067811865476;

    /// <summary>Below it the distribution function goes by its asymptotic series.</summary>
    public const double Far = 10;

    /// <summary>ln Φ(z), with all its digits where Φ is next to 0 and where it is next to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogCumulative<TLane>(TLane z) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return (TLane)(object)new Symbol($@"\ln \Phi\left({((Symbol)(object)z).Latex}\right)", 1);
        }

        TLane half = 0.5 * TLane.Erfc(InverseRootOf2 * TLane.Abs(z));
        TLane distance = TLane.AtLeast(-z, Far);
        TLane far = LogMills(z) - (0.5 * (distance * distance));
        TLane near = TLane.WhereLess(z, 0, TLane.Log(half), TLane.Log1P(-half));
        return TLane.WhereLess(z, -Far, far, near);
    }

    /// <summary>ln Φ(z) + ½ z² for z ≤ −10, by the asymptotic series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogMills<TLane>(TLane z) where TLane : struct, ILane<TLane>
    {
        TLane distance = TLane.AtLeast(-z, Far);
        TLane q = 1 / (distance * distance);
        TLane series = (q * -34459425) + 2027025;
        series = (q * series) - 135135;
        series = (q * series) + 10395;
        series = (q * series) - 945;
        series = (q * series) + 105;
        series = (q * series) - 15;
        series = (q * series) + 3;
        series = (q * series) - 1;
        return TLane.Log1P(q * series) - TLane.Log(distance) - 0.9189385332046727;
    }
}
