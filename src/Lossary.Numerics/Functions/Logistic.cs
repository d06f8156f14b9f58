using System.Runtime.CompilerServices;

namespace Lossary.Numerics;

/// <summary>Sigmoid and softplus from one exponential e^(−|x|), which never overflows.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + e⁻ˣ), also where it is tiny.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Sigmoid<TLane>(TLane x) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane e = Elementary.ExpOfNegative(-TLane.Abs(x));
        return TLane.WhereLess(x, 0, e, 1) / (1 + e);
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^(−|x|)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Softplus<TLane>(TLane x, out TLane sigmoid) where TLane : struct, ILane<TLane>, IRealLane<TLane>
    {
        TLane e = Elementary.ExpOfNegative(-TLane.Abs(x));
        sigmoid = TLane.WhereLess(x, 0, e, 1) / (1 + e);
        return TLane.AtLeast(x, 0) + Elementary.Log1POfUnit(e);
    }
}
