using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Sigmoid and softplus from one exponential e^(−|x|), which never overflows.</summary>
internal static class Logistic
{
    /// <summary>σ(−|x|): what the sigmoid lacks of 0 or 1, with all its digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Tail<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane e = Elementary.ExpOfNegative(-TLane.Abs(x));
        return e / (1 + e);
    }

    /// <summary>1 / (1 + e⁻ˣ), also where it is tiny.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Sigmoid<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        _ = Probabilities(x, out TLane sigmoid, out _);
        return sigmoid;
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Softplus<TLane>(TLane x, out TLane sigmoid) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane cost = Probabilities(x, out sigmoid, out _);
        return TLane.AtLeast(x, 0) + cost;
    }

    /// <summary>σ(x) and σ(−x), the smaller by a quotient; returns ln(1 + e^(−|x|)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Probabilities<TLane>(TLane x, out TLane sigmoid, out TLane complement)
        where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane e = Elementary.ExpOfNegative(-TLane.Abs(x));
        TLane smaller = e / (1 + e);
        TLane larger = 1 - smaller;
        sigmoid = TLane.WhereLess(x, 0, smaller, larger);
        complement = TLane.WhereLess(x, 0, larger, smaller);
        return Elementary.Log1POfUnit(e);
    }
}
