using System.Numerics;

namespace Lossary.Losses;

/// <summary>Plain ways to use a loss struct on spans, also one of your own. Nothing is allocated.</summary>
public static class Loss
{
    extension<TLoss>(TLoss loss) where TLoss : struct, ISampleLoss<TLoss>
    {
        /// <summary>The mean loss; writes the gradient of that mean if asked.</summary>
        /// <param name="predictions">Shape [n]; raw, before any link.</param>
        /// <param name="targets">Shape [n].</param>
        /// <param name="gradient">Shape [n], or empty if not wanted; may be the predictions themselves.</param>
        /// <returns>0 for an empty batch.</returns>
        /// <exception cref="ArgumentException">Lengths differ.</exception>
        public double Mean<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient = default)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            SampleEvaluation.Run(loss, new LossBatch<T>
            {
                Predictions = predictions,
                Targets = targets,
                Gradient = gradient,
            }).Mean;

        /// <summary>The summed loss; writes the gradient of that sum if asked.</summary>
        /// <param name="predictions">Shape [n]; raw, before any link.</param>
        /// <param name="targets">Shape [n].</param>
        /// <param name="gradient">Shape [n], or empty if not wanted; may be the predictions themselves.</param>
        /// <returns>0 for an empty batch.</returns>
        /// <exception cref="ArgumentException">Lengths differ.</exception>
        public double Sum<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient = default)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            SampleEvaluation.Run(loss, new LossBatch<T>
            {
                Predictions = predictions,
                Targets = targets,
                Gradient = gradient,
                Reduction = Reduction.Sum,
            }).Sum;

        /// <summary>Each sample's loss (reduction "none").</summary>
        /// <param name="predictions">Shape [n]; raw, before any link.</param>
        /// <param name="targets">Shape [n].</param>
        /// <param name="values">Shape [n]; receives the losses.</param>
        /// <exception cref="ArgumentException">Lengths differ.</exception>
        public void Values<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> values)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            Guard.SameLength(predictions.Length, values.Length, nameof(values));
            SampleEvaluation.Run(loss, new LossBatch<T>
            {
                Predictions = predictions,
                Targets = targets,
                Values = values,
                Reduction = Reduction.Sum,
            });
        }

        /// <summary>Whatever a batch asks for: weights, mask, single values, gradient, curvature.</summary>
        /// <exception cref="ArgumentException">Lengths differ, or a weight is negative.</exception>
        public Totals Evaluate<T>(in LossBatch<T> batch)
            where T : unmanaged, IFloatingPointIeee754<T> => SampleEvaluation.Run(loss, batch);
    }
}
