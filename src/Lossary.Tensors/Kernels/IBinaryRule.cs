using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>An elementwise function of two tensors, its two slopes, and these as computations.</summary>
internal interface IBinaryRule
{
    /// <summary>The operation's name in messages.</summary>
    static abstract string Name { get; }

    /// <summary>What the left gradient reads: X the left input, Y the right one, Z the upstream gradient.</summary>
    static virtual Operands LeftReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.All;
    }

    /// <summary>What the right gradient reads.</summary>
    static virtual Operands RightReads
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Operands.All;
    }

    static abstract TLane Value<TLane>(TLane left, TLane right) where TLane : struct, ILane<TLane>;

    /// <summary>The upstream gradient times the slope by the left input.</summary>
    static abstract TLane LeftGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane>;

    /// <summary>The upstream gradient times the slope by the right input.</summary>
    static abstract TLane RightGradient<TLane>(TLane left, TLane right, TLane upstream)
        where TLane : struct, ILane<TLane>;

    /// <summary>The left gradient by operations on the tape, in the output's shape.</summary>
    static abstract Tensor<T> LeftGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>The right gradient by operations on the tape, in the output's shape.</summary>
    static abstract Tensor<T> RightGradient<T>(Tape<T> tape, BinaryRecord<T> record, Tensor<T> upstream)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
