using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A loss of one prediction and one target. Only <see cref="Value"/> must be written.</summary>
public interface IPointwiseLoss<TSelf>
    where TSelf : struct, IPointwiseLoss<TSelf>
{
    /// <summary>L(prediction, target).</summary>
    TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>;

    /// <summary>
    /// L and ∂L/∂prediction. The formula differentiates itself; a loss overrides this where a hand-written
    /// form is faster or more accurate, and the laws hold the two against each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(prediction), Dual<TLane>.Fixed(target));

    /// <summary>L, ∂L/∂prediction and ∂²L/∂prediction².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Jet<TLane> Curvature<TLane>(TSelf loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        loss.Value(Jet<TLane>.Variable(prediction), Jet<TLane>.Fixed(target));
}
