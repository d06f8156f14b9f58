using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>The square root.</summary>
public static class SqrtOperation
{
    /// <summary>√x for each x of the input; NaN below 0, and an infinite slope at 0.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Sqrt<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        UnaryOperation.Compute(tape, input, default(SquareRootRule));
}

/// <summary>∂input = ∂output / (2 · output).</summary>
internal readonly struct SquareRootRule : IUnaryRule
{
    public static string Name => "Sqrt";

    public static Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.Y | Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => TLane.Sqrt(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gradient<TLane>(TLane input, TLane output, TLane upstream)
        where TLane : struct, ILane<TLane> => 0.5 * (upstream / output);

    public Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Scale(tape.Divide(upstream, output), 0.5);
}
