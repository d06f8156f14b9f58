using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A distance or a similarity of two vectors as a function of up to three sums over their elements.</summary>
internal interface IRowMeasure
{
    /// <summary>Whether it is a function of the first sum alone: the others need not be taken.</summary>
    static abstract bool HasOneSum { get; }

    /// <summary>Adds one element of either vector to the sums.</summary>
    void Add<TLane>(TLane x, TLane y, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane>;

    /// <summary>The measure, and its derivatives by the three sums; all derivatives are 0 where it has none.</summary>
    double Value(
        double first, double second, double third, out double byFirst, out double bySecond, out double byThird);

    /// <summary>The derivatives by one element of either vector, from those by the sums.</summary>
    void Slopes<TLane>(
        TLane x, TLane y, TLane byFirst, TLane bySecond, TLane byThird, out TLane byX, out TLane byY)
        where TLane : struct, ILane<TLane>;

    /// <summary>
    /// The measure of each pair of rows by small operations, for where its gradient is differentiated.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="x">Shape <c>[n, d]</c>.</param>
    /// <param name="y">Shape <c>[n, d]</c>.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    Tensor<T> Compose<T>(Tape<T> tape, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
