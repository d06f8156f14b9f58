using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The mean is its best constant prediction.</summary>
/// <remarks><code>L(r) = r²</code></remarks>
public readonly struct SquaredLoss : IDistanceLoss<SquaredLoss>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane> => r * r;
}
