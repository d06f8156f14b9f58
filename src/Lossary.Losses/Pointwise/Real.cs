using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Any real exponent.</summary>
public readonly struct Real : IExponent
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Raise<TLane>(TLane x, TLane exponent) where TLane : struct, ILane<TLane> =>
        TLane.Pow(x, exponent);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Raise<TLane>(TLane x, TLane minusLogarithm, TLane exponent)
        where TLane : struct, ILane<TLane> =>
        TLane.Exp(-(exponent * minusLogarithm));
}
