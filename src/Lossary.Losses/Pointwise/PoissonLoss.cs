using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Counts, from the logarithm z of their mean.</summary>
/// <remarks><code>L(z, t) = eᶻ − t z</code></remarks>
public readonly struct PoissonLoss : IPointwiseLoss<PoissonLoss>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        TLane.Exp(prediction) - (target * prediction);
}
