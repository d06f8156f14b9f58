using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A loss of ordered classes: Σₖ f(dₖ), dₖ = the predicted probability of class k or one below it − the target's, over
/// all k but the last, where both are 1. Only <see cref="Value"/> must be written.
/// </summary>
/// <remarks>
/// The probabilities are the softmax of the scores. A row is weighted by the class weight of its target; where the
/// target is a distribution, by the mean of the class weights over it.
/// </remarks>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IOrdinalLoss<TSelf> : IClassLoss<TSelf>
    where TSelf : struct, IOrdinalLoss<TSelf>
{
    /// <summary>f(d), for a difference d from −1 to 1 of cumulative probabilities; f(0) = 0.</summary>
    TLane Value<TLane>(TLane difference) where TLane : struct, ILane<TLane>;

    /// <summary>f and f′(d); at a kink, a subgradient. Overridden where a hand-written form is better.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane difference) where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(difference));

    /// <inheritdoc/>
    static bool IClassLoss<TSelf>.TakesShares => true;

    /// <inheritdoc/>
    static double IClassLoss<TSelf>.Sweep<T>(TSelf loss, in ClassRows<T> rows) => OrdinalKernel.Sweep(loss, rows);

    /// <inheritdoc/>
    static void IClassLoss<TSelf>.Bend<T>(TSelf loss, in ClassRows<T> rows) => OrdinalCurvature.Run(loss, rows);

    /// <inheritdoc/>
    static Tensor<T> IClassLoss<TSelf>.Compose<T>(TSelf loss, Tape<T> tape, Tensor<T> scores, int[] targets) =>
        ClassComposition.OfOrder(loss, tape, scores, targets);

    /// <inheritdoc/>
    static LossPoint IClassLoss<TSelf>.At(TSelf loss, double x)
    {
        Jet<Scalar<double>> jet = loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(x)));
        return new(jet.Value.Number, jet.Slope.Number, jet.Curvature.Number);
    }
}
