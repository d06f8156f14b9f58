using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// Activations over spans: forward from the input, backward from the output, which is all that must be kept.
/// </summary>
internal static class ActivationSweep
{
    /// <summary>output = activation(input); in place is allowed.</summary>
    public static void Forward<T>(Activation activation, ReadOnlySpan<T> input, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.None:
                input.CopyTo(output);
                break;
            case Activation.Relu:
                Sweep.Run(default(Relu), input, output);
                break;
            case Activation.Tanh:
                Sweep.Run(default(Tanh), input, output);
                break;
            case Activation.Sigmoid:
                Sweep.Run(default(Sigmoid), input, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation.");
        }
    }

    /// <summary>result = slope(output) · gradient, or result + that.</summary>
    public static void Backward<T>(
        Activation activation, ReadOnlySpan<T> output, ReadOnlySpan<T> gradient, Span<T> result, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.None:
                Sweep.Run(default(Copy), gradient, result, accumulate);
                break;
            case Activation.Relu:
                Sweep.Run(default(ReluGradient), output, gradient, result, accumulate);
                break;
            case Activation.Tanh:
                Sweep.Run(default(TanhGradient), output, gradient, result, accumulate);
                break;
            default:
                Sweep.Run(default(SigmoidGradient), output, gradient, result, accumulate);
                break;
        }
    }

    private readonly struct Relu : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.AtLeast(x, 0);
    }

    /// <summary>0 where the output is 0, as PyTorch has it; a NaN of the forward half passes on.</summary>
    private readonly struct ReluGradient : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.WhereAtMost(x, 0, 0, y);
    }

    private readonly struct Tanh : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.Tanh(x);
    }

    private readonly struct TanhGradient : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => (1 - (x * x)) * y;
    }

    private readonly struct Sigmoid : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => TLane.Sigmoid(x);
    }

    private readonly struct SigmoidGradient : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane> => (x * (1 - x)) * y;
    }
}
