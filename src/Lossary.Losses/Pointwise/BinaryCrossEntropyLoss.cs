using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Probability of a yes/no outcome, from the logit z.</summary>
/// <remarks>
/// <code>
/// L(z, t)     = ln(1 + eᶻ) − t z
/// ∂L/∂z       = σ(z) − t
/// </code>
/// </remarks>
public readonly struct BinaryCrossEntropyLoss : IPointwiseLoss<BinaryCrossEntropyLoss>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        TLane.Softplus(prediction) - (target * prediction);
}
