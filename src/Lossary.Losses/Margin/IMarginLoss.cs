using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss of the margin m = target · score with targets −1 and +1: small where the score has the right sign.
/// Only <see cref="Value"/> must be written.
/// </summary>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IMarginLoss<TSelf> : ISampleLoss<TSelf>
    where TSelf : struct, IMarginLoss<TSelf>
{
    /// <summary>L(m).</summary>
    TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>;

    /// <summary>
    /// L and L′(m); at a kink, a subgradient. The formula differentiates itself; a loss overrides this where a
    /// hand-written form is faster or keeps more digits, and the laws hold the two against each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane m) where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(m));

    /// <summary>L, L′ and L″(m); overridden as <see cref="Slope"/> is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Jet<TLane> Curvature<TLane>(TSelf loss, TLane m) where TLane : struct, ILane<TLane> =>
        loss.Value(Jet<TLane>.Variable(m));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane ISampleLoss<TSelf>.ValueAt<TLane>(TSelf loss, TLane prediction, TLane target) =>
        loss.Value(target * prediction);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Dual<TLane> ISampleLoss<TSelf>.SlopeAt<TLane>(TSelf loss, TLane prediction, TLane target)
    {
        Dual<TLane> ofMargin = TSelf.Slope(loss, target * prediction);
        return new(ofMargin.Value, target * ofMargin.Slope);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Jet<TLane> ISampleLoss<TSelf>.CurvatureAt<TLane>(TSelf loss, TLane prediction, TLane target)
    {
        Jet<TLane> ofMargin = TSelf.Curvature(loss, target * prediction);
        return new(ofMargin.Value, target * ofMargin.Slope, target * target * ofMargin.Curvature);
    }
}
