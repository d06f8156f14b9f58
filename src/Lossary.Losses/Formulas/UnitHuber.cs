using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Huber's loss with δ = 1 as the scalar core of a graph.</summary>
internal readonly struct UnitHuber : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane size = TLane.Abs(x[0]);
        return TLane.WhereLess(size, 1, 0.5 * (x[0] * x[0]), size - 0.5);
    }
}
