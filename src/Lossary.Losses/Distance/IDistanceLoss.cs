using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss that depends on prediction and target only through the residual r = prediction − target.
/// Only <see cref="Value"/> must be written.
/// </summary>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IDistanceLoss<TSelf> : ISampleLoss<TSelf>
    where TSelf : struct, IDistanceLoss<TSelf>
{
    /// <summary>L(r).</summary>
    TLane Value<TLane>(TLane r) where TLane : struct, ILane<TLane>;

    /// <summary>
    /// L and L′(r); at a kink, a subgradient. The formula differentiates itself; a loss overrides this where a
    /// hand-written form is faster or keeps more digits, and the laws hold the two against each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane r) where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(r));

    /// <summary>L, L′ and L″(r); overridden as <see cref="Slope"/> is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Jet<TLane> Curvature<TLane>(TSelf loss, TLane r) where TLane : struct, ILane<TLane> =>
        loss.Value(Jet<TLane>.Variable(r));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane ISampleLoss<TSelf>.ValueAt<TLane>(TSelf loss, TLane prediction, TLane target) =>
        loss.Value(prediction - target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Dual<TLane> ISampleLoss<TSelf>.SlopeAt<TLane>(TSelf loss, TLane prediction, TLane target) =>
        TSelf.Slope(loss, prediction - target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Jet<TLane> ISampleLoss<TSelf>.CurvatureAt<TLane>(TSelf loss, TLane prediction, TLane target) =>
        TSelf.Curvature(loss, prediction - target);
}
