using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The magnitude.</summary>
public static class AbsOperation
{
    /// <summary>|x| for each x of the input; the slope at 0 is 0.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Abs<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        UnaryOperation.Compute(tape, input, default(MagnitudeRule));
}

/// <summary>∂input = sign of the input · ∂output.</summary>
internal readonly struct MagnitudeRule : IUnaryRule
{
    public static string Name => "Abs";

    public static Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.X | Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Abs(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gradient<TLane>(TLane input, TLane output, TLane upstream)
        where TLane : struct, ILane<TLane> => TLane.Sign(input) * upstream;

    public Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Multiply(upstream, tape.Sign(input));
}
