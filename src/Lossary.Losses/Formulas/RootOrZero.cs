using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>√x whose slope at 0 is 0: a norm that vanishes pulls nowhere.</summary>
internal readonly struct RootOrZero : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, x[0], TLane.Sqrt(x[0]), 0 * x[0]);
}

/// <summary>1/√x, and 0 with a slope of 0 at 0.</summary>
internal readonly struct InverseRootOrZero : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.WhereLess(0, x[0], 1 / TLane.Sqrt(x[0]), 0 * x[0]);
}

/// <summary>Elementwise steps that many graphs take.</summary>
internal static class GraphSteps
{
    /// <summary>√x with a slope of 0 at 0.</summary>
    public static Tensor<T> SqrtOrZero<T>(this Tape<T> tape, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.Formula(default(RootOrZero), input);

    /// <summary>Rows divided by their Euclidean norm; a row of zeros stays one, with a gradient of 0.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="rows">Shape <c>[n, d]</c>.</param>
    public static Tensor<T> NormaliseRows<T>(this Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T> => NormalisedRows.Compute(tape, rows);
}
