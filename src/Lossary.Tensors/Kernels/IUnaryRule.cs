using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>An elementwise function of one tensor: the function, its slope, and its slope as a computation.</summary>
internal interface IUnaryRule
{
    /// <summary>The operation's name in messages.</summary>
    static abstract string Name { get; }

    /// <summary>What the gradient reads: X the input, Y the output, Z the upstream gradient.</summary>
    static virtual Operands GradientReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.All;
    }

    TLane Value<TLane>(TLane x) where TLane : struct, ILane<TLane>;

    /// <summary>The upstream gradient times the slope.</summary>
    TLane Gradient<TLane>(TLane input, TLane output, TLane upstream) where TLane : struct, ILane<TLane>;

    /// <summary>The same by operations on the tape.</summary>
    Tensor<T> Gradient<T>(Tape<T> tape, Tensor<T> input, Tensor<T> output, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
