using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>x², whatever the exponent says.</summary>
public readonly struct Squared : IExponent
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Raise<TLane>(TLane x, TLane exponent) where TLane : struct, ILane<TLane> => x * x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Raise<TLane>(TLane x, TLane minusLogarithm, TLane exponent)
        where TLane : struct, ILane<TLane> => x * x;
}
