using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>One formula of several numbers: a loss's own, or the scalar core of a graph.</summary>
public interface ISampleFormula
{
    /// <summary>The formula of one sample.</summary>
    /// <param name="x">The sample's numbers; twelve at most.</param>
    TLane Value<TLane>(ReadOnlySpan<TLane> x)
        where TLane : struct, ILane<TLane>;
}
