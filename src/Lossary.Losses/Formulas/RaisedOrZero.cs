using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>xᵖ for x above 0, else 0 with slopes of 0.</summary>
internal readonly struct RaisedOrZero(double power) : ISampleFormula
{
    private readonly double _power = power;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, x[0], TLane.Pow(x[0], _power), 0 * x[0]);
}
