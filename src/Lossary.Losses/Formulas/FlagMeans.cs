using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Means over the samples that a flag chooses.</summary>
internal static class FlagMeans
{
    /// <summary>The mean where the flag is as asked, <c>[1]</c>; 0 where it never is.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="values">Shape <c>[n]</c>.</param>
    /// <param name="flags">Shape <c>[n]</c>, 0 or 1.</param>
    /// <param name="isSet">Whether the samples with 1 are meant, or those with 0.</param>
    public static Tensor<T> Of<T>(Tape<T> tape, Tensor<T> values, Tensor<T> flags, bool isSet)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T wanted = isSet ? T.One : T.Zero;
        int count = flags.Values.Count(wanted);
        T share = T.One / T.CreateTruncating(int.Max(1, count));
        Tensor<T> shares = tape.Rent(flags.Shape);
        for (int i = 0; i < flags.Shape.Length; i++)
        {
            shares.Values[i] = flags.Values[i] == wanted ? share : T.Zero;
        }

        return tape.Sum(tape.Multiply(values, shares));
    }
}
