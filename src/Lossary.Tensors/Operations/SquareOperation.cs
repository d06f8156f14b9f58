using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The square.</summary>
public static class SquareOperation
{
    /// <summary>x² for each x of the input.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Square<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        UnaryOperation.Compute(tape, input, default(SquareRule));
}

/// <summary>∂input = 2 · input · ∂output.</summary>
internal readonly struct SquareRule : IUnaryRule
{
    public static string Name => "Square";

    public static Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => x * x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gradient<TLane>(TLane input, TLane output, TLane upstream)
        where TLane : struct, ILane<TLane> => 2 * (input * upstream);

    public Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Scale(tape.Multiply(upstream, input), 2);
}
