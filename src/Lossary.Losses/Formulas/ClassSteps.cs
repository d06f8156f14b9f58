using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Steps of graphs over rows of logits.</summary>
internal static class ClassSteps
{
    /// <summary>The same numbers without a gradient.</summary>
    public static Tensor<T> Detach<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Constant(input.Shape, input.Values);

    /// <summary>1 where a row's class is, 0 elsewhere, <c>[n, k]</c>.</summary>
    public static Tensor<T> OneHot<T>(this Tape<T> tape, int[] classes, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> rows = tape.Rent(new Shape(classes.Length, count));
        rows.Values.Clear();
        for (int i = 0; i < classes.Length; i++)
        {
            rows.Values[(i * count) + classes[i]] = T.One;
        }

        return rows;
    }

    /// <summary>Each row's number where the choice is 1, <c>[n]</c>; what is not chosen may be infinite.</summary>
    public static Tensor<T> Pick<T>(this Tape<T> tape, Tensor<T> rows, Tensor<T> oneHot)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Sum(tape.Where(oneHot, rows, tape.Zero()), [-1]);

    /// <summary>−ln of the share that each row's class has, <c>[n]</c>.</summary>
    public static Tensor<T> CrossEntropyRows<T>(this Tape<T> tape, Tensor<T> logits, int[] classes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tape.Negate(tape.Pick(tape.LogSoftmax(logits), tape.OneHot(classes, logits.Shape[1])));

    /// <summary>Σ p (ln p − ln q) along the last axis, from the logarithms; a class without a share adds 0.</summary>
    public static Tensor<T> KullbackLeiblerRows<T>(this Tape<T> tape, Tensor<T> logP, Tensor<T> logQ)
        where T : unmanaged, IFloatingPointIeee754<T> =>
            tape.Sum(tape.Formula(default(DivergencePart), logP, logQ), [-1]);

    /// <summary>−Σ p ln p along the last axis, from the logarithms.</summary>
    public static Tensor<T> EntropyRows<T>(this Tape<T> tape, Tensor<T> logP)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Sum(tape.Formula(default(EntropyPart), logP), [-1]);

    /// <summary>0 on the diagonal, 1 elsewhere, <c>[n, n]</c>.</summary>
    public static Tensor<T> OffDiagonal<T>(this Tape<T> tape, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weights = tape.Rent(new Shape(n, n));
        weights.Values.Fill(T.One);
        for (int i = 0; i < n; i++)
        {
            weights.Values[(i * n) + i] = T.Zero;
        }

        return weights;
    }

    /// <summary>The constant 0, for choices.</summary>
    public static Tensor<T> Zero<T>(this Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Constant(new Shape(1), [T.Zero]);

    /// <summary>Below it, a logarithm is that of a share of 0 in either format.</summary>
    private const double NoShare = -1000;

    /// <summary>p (ln p − ln q) from the logarithms.</summary>
    internal readonly struct DivergencePart : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(x[0], NoShare, 0, TLane.Exp(x[0]) * (x[0] - x[1]));
    }

    private readonly struct EntropyPart : ISampleFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.WhereLess(x[0], NoShare, 0, -(TLane.Exp(x[0]) * x[0]));
    }
}
