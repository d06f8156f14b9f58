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

/// <summary>A loss of one raw prediction and one target for each sample.</summary>
public interface ISampleLoss : ILoss
{
    /// <summary>The sum and its denominator; writes whatever output the batch names. Nothing is allocated.</summary>
    /// <exception cref="ArgumentException">Lengths differ, or a target or prediction is out of its domain.</exception>
    Totals Evaluate(in LossBatch<float> batch);

    /// <inheritdoc cref="Evaluate(in LossBatch{float})"/>
    Totals Evaluate(in LossBatch<double> batch);

    /// <summary>Value, first and second derivative at one point, for plots and explanations.</summary>
    LossPoint At(double prediction, double target);
}
