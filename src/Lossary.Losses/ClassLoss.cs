using System.Numerics;

namespace Lossary.Losses;

/// <summary>Plain ways to use a loss struct on rows of scores, also one of your own. Nothing is allocated.</summary>
public static class ClassLoss
{
    extension<TLoss>(TLoss loss) where TLoss : struct, IClassLoss<TLoss>
    {
        /// <summary>The mean loss; writes the gradient of that mean if asked.</summary>
        /// <param name="scores">Shape [n, classes], row by row.</param>
        /// <param name="classes">The number of classes; at least 1.</param>
        /// <param name="targets">Shape [n]; 0 … classes − 1, or −100 for a row to leave out.</param>
        /// <param name="gradient">Shape [n, classes], or empty if not wanted; may be the scores themselves.</param>
        /// <returns>0 where no row counts.</returns>
        /// <exception cref="ArgumentException">Shapes differ, or a target is no class.</exception>
        public double Mean<T>(
            ReadOnlySpan<T> scores, int classes, ReadOnlySpan<int> targets, Span<T> gradient = default)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            ClassEvaluation.Run(loss, new ClassBatch<T>
            {
                Scores = scores,
                Classes = classes,
                Targets = targets,
                Gradient = gradient,
            }).Mean;

        /// <summary>The summed loss; writes the gradient of that sum if asked.</summary>
        /// <inheritdoc cref="Mean"/>
        public double Sum<T>(
            ReadOnlySpan<T> scores, int classes, ReadOnlySpan<int> targets, Span<T> gradient = default)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            ClassEvaluation.Run(loss, new ClassBatch<T>
            {
                Scores = scores,
                Classes = classes,
                Targets = targets,
                Gradient = gradient,
                Reduction = Reduction.Sum,
            }).Sum;

        /// <summary>Whatever a batch asks for: shares, weights, mask, single values, gradient, curvature.</summary>
        /// <exception cref="ArgumentException">
        /// Shapes differ, a target is no class, or a weight or share is negative.
        /// </exception>
        public Totals Evaluate<T>(in ClassBatch<T> batch)
            where T : unmanaged, IFloatingPointIeee754<T> => ClassEvaluation.Run(loss, batch);
    }
}
