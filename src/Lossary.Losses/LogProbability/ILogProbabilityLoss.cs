using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss of the logarithm ℓ of a class's probability: f(ℓ). Softmax, class weights, smoothing, soft targets and
/// ignored rows are the kernel's business; the whole loss of a row is Σₖ qₖ wₖ f(ℓₖ).
/// </summary>
public interface ILogProbabilityLoss<TSelf>
    where TSelf : struct, ILogProbabilityLoss<TSelf>
{
    /// <summary>f(ℓ), ℓ ≤ 0.</summary>
    TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane>;

    /// <summary>f and f′(ℓ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane logProbability) where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(logProbability));
}
