using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The elementwise quotient.</summary>
public static class DivideOperation
{
    /// <summary>left / right, with broadcasting.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Any shape.</param>
    /// <param name="right">A shape that broadcasts with the left one.</param>
    /// <returns>The shape that the two broadcast to.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor<T> Divide<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => BinaryOperation.Compute<T, DivisionRule>(tape, left, right);
}

/// <summary>∂left = ∂output / right, ∂right = −∂output · left / right².</summary>
internal readonly struct DivisionRule : IBinaryRule
{
    public static string Name => "Divide";

    public static Operands LeftReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.Y | Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Value<TLane>(TLane left, TLane right) where TLane : struct, ILane<TLane> => left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LeftGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane> => upstream / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane RightGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane> => -(upstream * (left / right)) / right;

    public static Tensor<T> LeftGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Divide(upstream, record.Right);

    public static Tensor<T> RightGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Negate(tape.Divide(tape.Multiply(upstream, record.Output), record.Right));
}
