using System.Numerics;

namespace Lossary.Losses;

/// <summary>Plain ways to use a loss struct on spans, also one of your own.</summary>
public static class Loss
{
    extension<TLoss>(TLoss loss) where TLoss : struct, IDistanceLoss<TLoss>
    {
        /// <summary>The mean loss; the gradient of the mean is written.</summary>
        public double Mean<T>(ReadOnlySpan<T> predictions, ReadOnlySpan<T> targets, Span<T> gradient)
            where T : unmanaged, IFloatingPointIeee754<T> =>
            PointwiseLoss<OfResidual<TLoss>>.Run<T>(new(loss), new LossBatch<T>
            {
                Predictions = predictions,
                Targets = targets,
                Gradient = gradient,
                Reduction = Reduction.Mean,
            }).Mean;
    }
}
