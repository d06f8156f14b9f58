using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The cross entropy of rows of scores by small operations, for where its gradient is differentiated.
/// </summary>
internal static class ScoreComposition
{
    /// <summary>L = scale · ln Σ e^z − Σ_c counts_c z_c + ζ (ln Σ e^z)², for each row.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="scores">Shape <c>[n, classes]</c>.</param>
    /// <param name="targets">What the classes count.</param>
    /// <param name="classWeights">Shape <c>[classes]</c>; null for 1.</param>
    /// <returns>Shape <c>[n]</c>.</returns>
    public static Tensor<T> Compute<T>(Tape<T> tape, Tensor<T> scores, ScoreTargets targets, Tensor<T>? classWeights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = scores.Shape[0], classes = scores.Shape[1];
        Tensor<T> counts = tape.Rent(scores.Shape), scales = tape.Rent(new Shape(rows)),
            squares = tape.Rent(new Shape(rows));
        for (int row = 0; row < rows; row++)
        {
            Span<T> own = counts.Values.Slice(row * classes, classes);
            bool isIn = targets.Classes[row] >= 0;
            for (int k = 0; k < classes; k++)
            {
                T weight = classWeights is null ? T.One : classWeights.Values[k];
                own[k] = isIn ? T.CreateTruncating(targets.OfAll[row]) * weight : T.Zero;
            }

            if (isIn)
            {
                own[targets.Classes[row]] += T.CreateTruncating(targets.OfTarget[row]);
            }

            double scale = targets.OfTarget[row] + (targets.OfAll[row] * targets.ClassWeightTotal);
            scales.Values[row] = isIn ? T.CreateTruncating(scale) : T.Zero;
            squares.Values[row] = isIn ? T.CreateTruncating(targets.OfSquare) : T.Zero;
        }

        Tensor<T> total = tape.LogSumExp(scores, [-1]);
        Tensor<T> cost = tape.Subtract(tape.Multiply(scales, total), tape.Sum(tape.Multiply(counts, scores), [-1]));
        return targets.OfSquare == 0 ? cost : tape.Add(cost, tape.Multiply(squares, tape.Square(total)));
    }
}
