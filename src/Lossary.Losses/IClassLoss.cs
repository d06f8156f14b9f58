using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A loss of a row of scores, whatever its formula is written over: what evaluation runs. Authors implement
/// <see cref="ILogProbabilityLoss{TSelf}"/>, <see cref="IDistributionLoss{TSelf}"/> or
/// <see cref="IClassMarginLoss{TSelf}"/>, never this.
/// </summary>
/// <remarks>
/// All members are static: a default implementation of an instance member would box the struct in every call.
/// </remarks>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IClassLoss<TSelf>
    where TSelf : struct, IClassLoss<TSelf>
{
    /// <summary>Whether a row's target may be a distribution over the classes.</summary>
    internal static abstract bool TakesShares { get; }

    /// <summary>The sum of the weighted losses of some rows; writes what the rows name.</summary>
    internal static abstract double Sweep<T>(TSelf loss, in ClassRows<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Writes the diagonals of the Hessians of some rows, weighted and scaled.</summary>
    internal static abstract void Bend<T>(TSelf loss, in ClassRows<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>The loss of each row by operations that can be differentiated twice, [n].</summary>
    internal static abstract Tensor<T> Compose<T>(TSelf loss, Tape<T> tape, Tensor<T> scores, int[] targets)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Value and derivatives by the family's own variable.</summary>
    internal static abstract LossPoint At(TSelf loss, double x);
}

/// <summary>
/// A loss of a row of scores, one for each class, and a class number or a distribution over the classes.
/// </summary>
public interface IClassLoss : ILoss
{
    /// <summary>The sum and its denominator; writes whatever output the batch names. Nothing is allocated.</summary>
    /// <exception cref="ArgumentException">Shapes differ, or a target is no class.</exception>
    Totals Evaluate(in ClassBatch<float> batch);

    /// <inheritdoc cref="Evaluate(in ClassBatch{float})"/>
    Totals Evaluate(in ClassBatch<double> batch);

    /// <summary>
    /// Value and derivatives by the family's own variable at one point, for plots: the log-probability ℓ of the target
    /// class, or the difference d between another class's score and the target's.
    /// </summary>
    LossPoint At(double x);

    /// <summary>
    /// The loss of each row by operations that can be differentiated twice, [n]; null where the formula is not known.
    /// </summary>
    internal Tensor<T>? Compose<T>(Tape<T> tape, Tensor<T> scores, int[] targets)
        where T : unmanaged, IFloatingPointIeee754<T> => null;
}
