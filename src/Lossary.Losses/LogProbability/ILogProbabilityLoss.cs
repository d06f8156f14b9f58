using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss of the logarithm ℓ of a class's probability: f(ℓ). Softmax, class weights, smoothing, shares and ignored rows
/// are the kernel's business; the whole loss of a row is Σₖ qₖ vₖ f(ℓₖ). Only <see cref="Value"/> must be written.
/// </summary>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface ILogProbabilityLoss<TSelf> : IClassTermLoss<TSelf>
    where TSelf : struct, ILogProbabilityLoss<TSelf>
{
    /// <summary>f(ℓ), ℓ ≤ 0.</summary>
    TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane>;

    /// <summary>
    /// f and f′(ℓ). The formula differentiates itself; a loss overrides this where a hand-written form is faster or
    /// keeps more digits, and the laws hold the two against each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane logProbability) where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(logProbability));

    /// <inheritdoc/>
    /// <remarks>0 where the share is 0, also at a probability of 0: 0 · ln 0 = 0, in value and slope.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Dual<TLane> IClassTermLoss<TSelf>.TermAt<TLane>(TSelf loss, TLane logProbability, TLane share)
    {
        Dual<TLane> dual = TSelf.Slope(loss, logProbability);
        return new(
            TLane.WhereLess(0, share, share * dual.Value, 0),
            TLane.WhereLess(0, share, share * dual.Slope, 0));
    }

    /// <inheritdoc/>
    static Jet<Scalar<double>> IClassTermLoss<TSelf>.BendAt(TSelf loss, double logProbability, double share) =>
        share == 0
        ? Jet<Scalar<double>>.Constant(0)
        : share * loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(logProbability)));

    /// <inheritdoc/>
    static double IClassLoss<TSelf>.Sweep<T>(TSelf loss, in ClassRows<T> rows) =>
        LogProbabilityKernel.Sweep(loss, rows);

    /// <inheritdoc/>
    static LossPoint IClassLoss<TSelf>.At(TSelf loss, double x)
    {
        Jet<Scalar<double>> jet = loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(x)));
        return new(jet.Value.Number, jet.Slope.Number, jet.Curvature.Number);
    }
}
