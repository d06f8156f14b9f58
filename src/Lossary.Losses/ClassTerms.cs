using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Losses of rows of scores on a tape, row by row.</summary>
public static class ClassTerms
{
    /// <summary>The loss of each row by operations that can be differentiated twice.</summary>
    /// <remarks>
    /// It takes memory for each score, where evaluation takes none: for a gradient penalty, or a product of the Hessian
    /// with a vector.
    /// </remarks>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="scores">Shape <c>[n, classes]</c>.</param>
    /// <param name="targets">Class numbers, <c>[n]</c>.</param>
    /// <returns>Shape <c>[n]</c>; null for a loss that this library does not know the formula of.</returns>
    /// <exception cref="ArgumentException">The scores are no rows, lengths differ, or a target is no class.</exception>
    public static Tensor<T>? Terms<T>(
        this Tape<T> tape, IClassLoss loss, Tensor<T> scores, ReadOnlySpan<int> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tape);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Shape.Rank != 2 || scores.Shape[0] != targets.Length)
        {
            throw new ArgumentException(
                $"targets has {targets.Length} elements, scores has the shape {scores.Shape}; it must be [n, classes].",
                nameof(targets));
        }

        for (int row = 0; row < targets.Length; row++)
        {
            if ((uint)targets[row] >= (uint)scores.Shape[1])
            {
                throw new ArgumentException(
                    $"targets[{row}] is {targets[row]}, but there are {scores.Shape[1]} classes.", nameof(targets));
            }
        }

        return loss.Compose(tape, scores, targets.ToArray());
    }
}
