using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A loss whose row is a sum over its classes, Σₖ vₖ F(ℓₖ, qₖ), of log-probability ℓ, share q and class weight v.
/// Authors implement <see cref="ILogProbabilityLoss{TSelf}"/> or <see cref="IDistributionLoss{TSelf}"/>, never this.
/// </summary>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IClassTermLoss<TSelf> : IClassLoss<TSelf>
    where TSelf : struct, IClassTermLoss<TSelf>
{
    /// <summary>F and ∂F/∂ℓ of one class.</summary>
    static abstract Dual<TLane> TermAt<TLane>(TSelf loss, TLane logProbability, TLane share)
        where TLane : struct, ILane<TLane>;

    /// <summary>F, ∂F/∂ℓ and ∂²F/∂ℓ² of one class.</summary>
    internal static abstract Jet<Scalar<double>> BendAt(TSelf loss, double logProbability, double share);

    /// <summary>
    /// ε of label smoothing: the target becomes (1 − ε) of itself and ε spread over all classes alike.
    /// </summary>
    static virtual double SmoothingOf(TSelf loss) => 0;

    /// <summary>Whether the scores are log-probabilities already, and no softmax is taken of them.</summary>
    static virtual bool TakesLogProbabilities
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    /// <inheritdoc/>
    static bool IClassLoss<TSelf>.TakesShares => true;

    /// <inheritdoc/>
    static void IClassLoss<TSelf>.Bend<T>(TSelf loss, in ClassRows<T> rows) => ClassTermCurvature.Run(loss, rows);

    /// <inheritdoc/>
    static Tensor<T> IClassLoss<TSelf>.Compose<T>(TSelf loss, Tape<T> tape, Tensor<T> scores, int[] targets) =>
        ClassComposition.OfTerms(loss, tape, scores, targets);
}
