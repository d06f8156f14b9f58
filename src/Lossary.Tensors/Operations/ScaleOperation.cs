using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A tensor times a number.</summary>
public static class ScaleOperation
{
    /// <summary>factor · input.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="factor">Any number; nothing is differentiated by it.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Scale<T>(this Tape<T> tape, Tensor<T> input, double factor)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        UnaryOperation.Compute(tape, input, new ScaleRule(factor));
}

/// <summary>∂input = factor · ∂output.</summary>
internal readonly struct ScaleRule(double factor) : IUnaryRule
{
    private readonly Parameter _factor = new("a", factor);

    public static string Name => "Scale";

    public static Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => _factor * x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gradient<TLane>(TLane input, TLane output, TLane upstream)
        where TLane : struct, ILane<TLane> => _factor * upstream;

    public Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Scale(upstream, _factor.Value);
}
