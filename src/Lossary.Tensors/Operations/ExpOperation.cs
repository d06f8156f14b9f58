using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The exponential.</summary>
public static class ExpOperation
{
    /// <summary>eˣ for each x of the input.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Exp<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        UnaryOperation.Compute(tape, input, default(ExponentialRule));
}

/// <summary>∂input = output · ∂output.</summary>
internal readonly struct ExponentialRule : IUnaryRule
{
    public static string Name => "Exp";

    public static Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.Y | Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gradient<TLane>(TLane input, TLane output, TLane upstream)
        where TLane : struct, ILane<TLane> => output * upstream;

    public Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Multiply(upstream, output);
}
