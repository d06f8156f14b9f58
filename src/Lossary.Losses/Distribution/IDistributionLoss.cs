using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss of all the probabilities of a row, Σₖ F(ℓₖ, qₖ): also of those that the target has no share of.
/// Only <see cref="Value"/> must be written.
/// </summary>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IDistributionLoss<TSelf> : IClassTermLoss<TSelf>
    where TSelf : struct, IDistributionLoss<TSelf>
{
    /// <summary>F(ℓ, q), for one class's log-probability ℓ and its share q of the target.</summary>
    TLane Value<TLane>(TLane logProbability, TLane share) where TLane : struct, ILane<TLane>;

    /// <summary>F and ∂F/∂ℓ; overridden where a hand-written form is faster or keeps more digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane logProbability, TLane share)
        where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(logProbability), Dual<TLane>.Fixed(share));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Dual<TLane> IClassTermLoss<TSelf>.TermAt<TLane>(TSelf loss, TLane logProbability, TLane share) =>
        TSelf.Slope(loss, logProbability, share);

    /// <inheritdoc/>
    static Jet<Scalar<double>> IClassTermLoss<TSelf>.BendAt(TSelf loss, double logProbability, double share) =>
        loss.Value(
        Jet<Scalar<double>>.Variable(new Scalar<double>(logProbability)), Jet<Scalar<double>>.Constant(share));

    /// <inheritdoc/>
    static double IClassLoss<TSelf>.Sweep<T>(TSelf loss, in ClassRows<T> rows) => ClassTermKernel.Sweep(loss, rows);

    /// <inheritdoc/>
    static LossPoint IClassLoss<TSelf>.At(TSelf loss, double x)
    {
        Jet<Scalar<double>> jet = loss.Value(
            Jet<Scalar<double>>.Variable(new Scalar<double>(x)), Jet<Scalar<double>>.Constant(1));
        return new(jet.Value.Number, jet.Slope.Number, jet.Curvature.Number);
    }
}
