using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Second derivatives of losses whose slope is written by hand, and safer to differentiate than the formula.
/// </summary>
internal static class Differentiate
{
    /// <summary>L, L′ and L″, the last by running the slope over duals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Slope<TLoss, TLane>(TLoss loss, TLane prediction, TLane target)
        where TLoss : struct, IPointwiseLoss<TLoss>
        where TLane : struct, ILane<TLane>
    {
        Dual<Dual<TLane>> nested = TLoss.Slope(loss, Dual<TLane>.Variable(prediction), Dual<TLane>.Fixed(target));
        return new(nested.Value.Value, nested.Slope.Value, nested.Slope.Slope);
    }
}
