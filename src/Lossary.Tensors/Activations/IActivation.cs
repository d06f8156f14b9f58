using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>An activation as one formula: only <see cref="Value"/> must be written.</summary>
/// <remarks>
/// The slope at a kink is that of the side which the formula's comparison chooses; NaN must come out as NaN. All
/// members are inlined into the kernels: mark them so.
/// </remarks>
/// <typeparam name="TSelf">The activation itself.</typeparam>
public interface IActivation<TSelf>
    where TSelf : struct, IActivation<TSelf>
{
    /// <summary>
    /// True where <see cref="SlopeFromOutput"/> holds: a layer then need not keep what the activation got.
    /// </summary>
    /// <param name="activation">The activation, with its parameters.</param>
    static virtual bool KnowsSlopeFromOutput(TSelf activation) => false;

    /// <summary>f(x).</summary>
    /// <param name="x">Any number.</param>
    TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane>;

    /// <summary>
    /// f′(x). The formula differentiates itself; overridden where a form by hand is faster or keeps more digits.
    /// </summary>
    /// <param name="activation">The activation, with its parameters.</param>
    /// <param name="x">What it got.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TLane Slope<TLane>(TSelf activation, TLane x) where TLane : struct, ILane<TLane> =>
        activation.Value(Dual<TLane>.Variable(x)).Slope;

    /// <summary>f′(x) for y = f(x), without x.</summary>
    /// <param name="activation">The activation, with its parameters.</param>
    /// <param name="y">What it made.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static virtual TLane SlopeFromOutput<TLane>(TSelf activation, TLane y) where TLane : struct, ILane<TLane> =>
        TLane.Constant(double.NaN);
}
