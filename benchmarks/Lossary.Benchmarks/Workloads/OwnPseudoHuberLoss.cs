using System.Runtime.CompilerServices;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Benchmarks;

/// <summary>What a user would write: pseudo-Huber with δ = 1 by its formula, the gradient left to the library.</summary>
internal readonly struct OwnPseudoHuberLoss : IDistanceLoss<OwnPseudoHuberLoss>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => TLane.Sqrt(1 + (r * r)) - 1;
}
