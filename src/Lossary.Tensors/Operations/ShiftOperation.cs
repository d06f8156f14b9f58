using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>A tensor plus a number.</summary>
public static class ShiftOperation
{
    /// <summary>input + amount.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <param name="amount">Any number; nothing is differentiated by it.</param>
    /// <returns>The same shape.</returns>
    public static Tensor<T> Shift<T>(this Tape<T> tape, Tensor<T> input, double amount)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        UnaryOperation.Compute(tape, input, new ShiftRule(amount));
}

/// <summary>∂input = ∂output.</summary>
internal readonly struct ShiftRule(double amount) : IUnaryRule
{
    private readonly Parameter _amount = new("b", amount);

    public static string Name => "Shift";

    public static Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.Z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane> => x + _amount;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gradient<TLane>(TLane input, TLane output, TLane upstream)
        where TLane : struct, ILane<TLane> => upstream;

    public Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T> => upstream;
}
