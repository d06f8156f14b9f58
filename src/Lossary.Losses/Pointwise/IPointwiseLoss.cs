using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss of one raw prediction and one target that no simpler family holds. Only <see cref="Value"/> must be written.
/// </summary>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IPointwiseLoss<TSelf> : ISampleLoss<TSelf>
    where TSelf : struct, IPointwiseLoss<TSelf>
{
    /// <summary>L(prediction, target).</summary>
    TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>;

    /// <summary>
    /// L and ∂L/∂prediction. The formula differentiates itself; a loss overrides this where a hand-written
    /// form is faster or keeps more digits, and the laws hold the two against each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(prediction), Dual<TLane>.Fixed(target));

    /// <summary>L, ∂L/∂prediction and ∂²L/∂prediction²; overridden as <see cref="Slope"/> is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Jet<TLane> Curvature<TLane>(TSelf loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> =>
        loss.Value(Jet<TLane>.Variable(prediction), Jet<TLane>.Fixed(target));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane ISampleLoss<TSelf>.ValueAt<TLane>(TSelf loss, TLane prediction, TLane target) =>
        loss.Value(prediction, target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Dual<TLane> ISampleLoss<TSelf>.SlopeAt<TLane>(TSelf loss, TLane prediction, TLane target) =>
        TSelf.Slope(loss, prediction, target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Jet<TLane> ISampleLoss<TSelf>.CurvatureAt<TLane>(TSelf loss, TLane prediction, TLane target) =>
        TSelf.Curvature(loss, prediction, target);
}
