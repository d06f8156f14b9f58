using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss of one prediction and one target, whatever its formula is written over: what the one kernel of the
/// distance, margin and pointwise families runs. Authors implement one of those three, never this.
/// </summary>
/// <remarks>
/// All members are static: a default implementation of an instance member would box the struct in every call.
/// </remarks>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface ISampleLoss<TSelf>
    where TSelf : struct, ISampleLoss<TSelf>
{
    /// <summary>L(prediction, target).</summary>
    static abstract TLane ValueAt<TLane>(TSelf loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>;

    /// <summary>L and ∂L/∂prediction; at a kink, a subgradient.</summary>
    static abstract Dual<TLane> SlopeAt<TLane>(TSelf loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>;

    /// <summary>L, ∂L/∂prediction and ∂²L/∂prediction².</summary>
    static abstract Jet<TLane> CurvatureAt<TLane>(TSelf loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane>;
}
