using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Constants <c>[n, m]</c>: which thresholds a level is above, which it has reached.</summary>
internal static class LevelMasks
{
    /// <summary>1 where the level is above the threshold.</summary>
    public static Tensor<T> Above<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => Fill(tape, inputs, (k, level) => k < level);

    /// <summary>1 where the level is above the threshold or at it.</summary>
    public static Tensor<T> Reached<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => Fill(tape, inputs, (k, level) => k <= level);

    /// <summary>1 at the thresholds next to the level.</summary>
    public static Tensor<T> Next<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => Fill(tape, inputs, (k, level) => k == level || k == level - 1);

    private static Tensor<T> Fill<T>(Tape<T> tape, LossInputs<T> inputs, Func<int, int, bool> holds)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int thresholds = inputs.Extent("m");
        int[] levels = inputs.Whole(tape, "level");
        Tensor<T> mask = tape.Rent(new Shape(levels.Length, thresholds));
        for (int i = 0; i < mask.Shape.Length; i++)
        {
            mask.Values[i] = holds(i % thresholds, levels[i / thresholds]) ? T.One : T.Zero;
        }

        return mask;
    }
}

/// <summary>ln(1 + e^z) − t z: the binary cross entropy of a logit.</summary>
internal readonly struct BinaryTerm : ISampleFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.Softplus(x[0]) - (x[1] * x[0]);
}
