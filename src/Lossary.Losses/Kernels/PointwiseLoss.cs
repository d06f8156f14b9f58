using System.Numerics;

namespace Lossary.Losses;

/// <summary>Hands a pointwise loss to those who do not know its type: picks the policies and runs the kernel.</summary>
internal sealed class PointwiseLoss<TLoss>(TLoss loss) : ILoss
    where TLoss : struct, IPointwiseLoss<TLoss>
{
    /// <inheritdoc/>
    public Totals Evaluate(in LossBatch<float> batch) => Run(loss, batch);

    /// <inheritdoc/>
    public Totals Evaluate(in LossBatch<double> batch) => Run(loss, batch);

    /// <summary>The generic way in, for those who do.</summary>
    public static Totals Run<T>(TLoss loss, in LossBatch<T> batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = batch.Predictions.Length;
        Guard.SameLength(n, batch.Targets.Length, nameof(batch.Targets));
        if (!batch.Weights.IsEmpty)
        {
            Guard.SameLength(n, batch.Weights.Length, nameof(batch.Weights));
            return RunWeighted<T, Weighted<T>>(loss, batch, Denominators.Of(batch.Weights));
        }

        if (!batch.Mask.IsEmpty)
        {
            Guard.SameLength(n, batch.Mask.Length, nameof(batch.Mask));
            return RunWeighted<T, Masked<T>>(loss, batch, Denominators.Of(batch.Mask));
        }

        return RunWeighted<T, Unweighted<T>>(loss, batch, n);
    }

    private static Totals RunWeighted<T, TWeighting>(TLoss loss, in LossBatch<T> batch, double denominator)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeighting : struct, IWeighting<T>
    {
        int n = batch.Predictions.Length;
        double scale = batch.Reduction == Reduction.Mean ? 1 / denominator : 1;
        PointwiseBuffers<T> at = new()
        {
            Predictions = ref PointwiseBuffers<T>.Start(batch.Predictions),
            Targets = ref PointwiseBuffers<T>.Start(batch.Targets),
            Weights = ref PointwiseBuffers<T>.Start(batch.Weights),
            Mask = ref PointwiseBuffers<T>.Start(batch.Mask),
            Gradient = ref PointwiseBuffers<T>.Start(batch.Gradient),
            Curvature = ref PointwiseBuffers<T>.Start(batch.Curvature),
        };
        if (batch.Gradient.IsEmpty)
        {
            return new(PointwiseKernel.Sum<TLoss, T, SumOnly<T>, TWeighting>(loss, at, n, scale), denominator);
        }

        Guard.SameLength(n, batch.Gradient.Length, nameof(batch.Gradient));
        if (batch.Curvature.IsEmpty)
        {
            return new(PointwiseKernel.Sum<TLoss, T, WithGradient<T>, TWeighting>(loss, at, n, scale), denominator);
        }

        Guard.SameLength(n, batch.Curvature.Length, nameof(batch.Curvature));
        return new(PointwiseKernel.Sum<TLoss, T, WithCurvature<T>, TWeighting>(loss, at, n, scale), denominator);
    }
}
