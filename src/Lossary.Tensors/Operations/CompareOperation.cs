using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>Comparisons, as numbers to multiply or to choose with; nothing is differentiated by them.</summary>
public static class CompareOperation
{
    /// <summary>1 where left &lt; right, 0 elsewhere, also at NaN; with broadcasting.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="left">Any shape.</param>
    /// <param name="right">A shape that broadcasts with the left one.</param>
    /// <returns>A constant of the shape that the two broadcast to.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor<T> Less<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        BinaryOperation.Evaluate(tape, left, right, "Less", default(LessFormula));

    /// <summary>−1, 0 or 1 where the input is negative, zero or positive; NaN at NaN.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Any shape.</param>
    /// <returns>A constant of the same shape.</returns>
    public static Tensor<T> Sign<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(input);
        return BinaryOperation.Evaluate(tape, input, input, "Sign", default(SignFormula));
    }

    /// <summary>
    /// 1 where left &lt; right, ½ where they are equal or NaN, 0 elsewhere: who gets a minimum's gradient.
    /// </summary>
    internal static Tensor<T> ShareOfLess<T>(this Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        BinaryOperation.Evaluate(tape, left, right, "Less", default(ShareFormula));

    private readonly struct LessFormula : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X | Operands.Y;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(x, y, 1, 0);
    }

    private readonly struct ShareFormula : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X | Operands.Y;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(x, y, 1, TLane.WhereLess(y, x, 0, 0.5));
    }

    private readonly struct SignFormula : IBroadcastFormula
    {
        public static Operands Reads
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Operands.X;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(TLane x, TLane y, TLane z) where TLane : struct, ILane<TLane> => TLane.Sign(x);
    }
}
