using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A loss of how far another class's score lies above the target's: f(d), d = z of the other − z of the target,
/// combined over the other classes. Only <see cref="Value"/> and <see cref="Combination"/> must be written.
/// </summary>
/// <remarks>A row is weighted by the class weight of its target. Targets are class numbers.</remarks>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IClassMarginLoss<TSelf> : IClassLoss<TSelf>
    where TSelf : struct, IClassMarginLoss<TSelf>
{
    /// <summary>How the other classes are combined.</summary>
    static abstract ClassCombination Combination { get; }

    /// <summary>f(d); not decreasing where <see cref="Combination"/> is the worst.</summary>
    TLane Value<TLane>(TLane difference) where TLane : struct, ILane<TLane>;

    /// <summary>f and f′(d); at a kink, a subgradient. Overridden where a hand-written form is better.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual Dual<TLane> Slope<TLane>(TSelf loss, TLane difference) where TLane : struct, ILane<TLane> =>
        loss.Value(Dual<TLane>.Variable(difference));

    /// <inheritdoc/>
    static bool IClassLoss<TSelf>.TakesShares => false;

    /// <inheritdoc/>
    static double IClassLoss<TSelf>.Sweep<T>(TSelf loss, in ClassRows<T> rows) => ClassMarginKernel.Sweep(loss, rows);

    /// <inheritdoc/>
    static void IClassLoss<TSelf>.Bend<T>(TSelf loss, in ClassRows<T> rows) => ClassMarginCurvature.Run(loss, rows);

    /// <inheritdoc/>
    static Tensor<T> IClassLoss<TSelf>.Compose<T>(TSelf loss, Tape<T> tape, Tensor<T> scores, int[] targets) =>
        ClassComposition.OfMargins(loss, tape, scores, targets);

    /// <inheritdoc/>
    static LossPoint IClassLoss<TSelf>.At(TSelf loss, double x)
    {
        Jet<Scalar<double>> jet = loss.Value(Jet<Scalar<double>>.Variable(new Scalar<double>(x)));
        return new(jet.Value.Number, jet.Slope.Number, jet.Curvature.Number);
    }
}
