using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Sine and cosine of angles in whole turns, in any lane; no angle is too large, as whole turns come off exactly.
/// </summary>
internal static class Turns
{
    /// <summary>1 − cos 2πu, with all its digits next to whole turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LessCosine<TLane>(TLane u) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return 1 - (TLane)(object)new Symbol($@"\cos\left(2 \pi {((Symbol)(object)u).Latex}\right)", 1);
        }

        TLane sine = OfHalfTurns(u - TLane.Round(u));
        return 2 * (sine * sine);
    }

    /// <summary>sin 2πu.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Sine<TLane>(TLane u) where TLane : struct, ILane<TLane>
    {
        if (typeof(TLane) == typeof(Symbol))
        {
            return (TLane)(object)new Symbol($@"\sin\left(2 \pi {((Symbol)(object)u).Latex}\right)", 1);
        }

        TLane rest = u - TLane.Round(u);
        return 2 * (OfHalfTurns(rest) * OfHalfTurns(0.5 - TLane.Abs(rest)));
    }

    /// <summary>sin πf for |f| ≤ ½, by its series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane OfHalfTurns<TLane>(TLane f) where TLane : struct, ILane<TLane>
    {
        TLane angle = 3.141592653589793 * f;
        TLane square = angle * angle;
        TLane p = (square * (1 / 51090942171709440000.0)) - (1 / 121645100408832000.0);
        p = (square * p) + (1 / 355687428096000.0);
        p = (square * p) - (1 / 1307674368000.0);
        p = (square * p) + (1 / 6227020800.0);
        p = (square * p) - (1 / 39916800.0);
        p = (square * p) + (1 / 362880.0);
        p = (square * p) - (1 / 5040.0);
        p = (square * p) + (1 / 120.0);
        p = (square * p) - (1 / 6.0);
        return angle + (angle * (square * p));
    }
}
