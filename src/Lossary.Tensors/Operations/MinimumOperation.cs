using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The smaller of two tensors, element by element.</summary>
public static class MinimumOperation
{
    /// <summary>The smaller of left and right, with broadcasting.</summary>
    /// <remarks>NaN where either is NaN; where the two are equal, each gets half of the gradient.</remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Any shape.</param>
    /// <param name="right">A shape that broadcasts with the left one.</param>
    /// <returns>The shape that the two broadcast to.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor<T> Minimum<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => BinaryOperation.Compute<T, MinimumRule>(tape, left, right);
}

/// <summary>The gradient goes to the smaller of the two.</summary>
internal readonly struct MinimumRule : IBinaryRule
{
    public static string Name => "Minimum";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Value<TLane>(TLane left, TLane right)
        where TLane : struct, ILane<TLane> => TLane.Min(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LeftGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(left, right, upstream, TLane.WhereLess(right, left, 0, 0.5 * upstream));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane RightGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(right, left, upstream, TLane.WhereLess(left, right, 0, 0.5 * upstream));

    public static Tensor<T> LeftGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Multiply(upstream, tape.ShareOfLess(record.Left, record.Right));

    public static Tensor<T> RightGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Multiply(upstream, tape.ShareOfLess(record.Right, record.Left));
}
