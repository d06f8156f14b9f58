using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The elementwise product.</summary>
public static class MultiplyOperation
{
    /// <summary>left · right, element by element, with broadcasting.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Any shape.</param>
    /// <param name="right">A shape that broadcasts with the left one.</param>
    /// <returns>The shape that the two broadcast to.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor<T> Multiply<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
            BinaryOperation.Compute<T, MultiplicationRule>(tape, left, right);
}

/// <summary>∂left = right · ∂output, ∂right = left · ∂output.</summary>
internal readonly struct MultiplicationRule : IBinaryRule
{
    public static string Name => "Multiply";

    public static Operands LeftReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.Y | Operands.Z;
    }

    public static Operands RightReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Value<TLane>(TLane left, TLane right) where TLane : struct, ILane<TLane> => left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane LeftGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane> => right * upstream;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane RightGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane> => left * upstream;

    public static Tensor<T> LeftGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Multiply(upstream, record.Right);

    public static Tensor<T> RightGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Multiply(upstream, record.Left);
}
