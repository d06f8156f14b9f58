using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The binary cross entropy of a logit and a target, times a weight: w (ln(1 + e^z) − t z).</summary>
internal readonly struct WeightedCrossEntropy : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        x[2] * (TLane.Softplus(x[0]) - (x[1] * x[0]));
}
