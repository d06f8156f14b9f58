using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How a loss takes a power: chosen once, when the loss is made, so that the loop has no branch.</summary>
public interface IExponent
{
    /// <summary>x to the exponent, for x ≥ 0.</summary>
    static abstract TLane Raise<TLane>(TLane x, TLane exponent) where TLane : struct, ILane<TLane>;

    /// <summary>x to the exponent, where −ln x is at hand: an exponential instead of a power.</summary>
    static abstract TLane Raise<TLane>(TLane x, TLane minusLogarithm, TLane exponent)
        where TLane : struct, ILane<TLane>;
}
