using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Logarithms of probabilities and of their complements, in any lane.</summary>
internal static class StableLogarithms
{
    private const double LogOf2 = 0.6931471805599453;

    /// <summary>The largest logarithm of a probability whose complement is a number in either format.</summary>
    private const double JustBelow1 = -1e-30;

    /// <summary>ln(1 − eˣ) for x &lt; 0: near 0 by eˣ − 1, further down by ln(1 + ·).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Log1MExp<TLane>(TLane x) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return TLane.Log(1 - TLane.Exp(x));
        }

        TLane below = TLane.AtMost(x, JustBelow1);
        return TLane.WhereLess(-LogOf2, below, TLane.Log(-TLane.ExpM1(below)), TLane.Log1P(-TLane.Exp(below)));
    }

    /// <summary>ln(p / (1 − p)) of x = ln p; finite also where p is 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LogOdds<TLane>(TLane x) where TLane : struct, ILane<TLane> => x - Log1MExp(x);
}
