using System.Numerics;

namespace Lossary.Losses;

/// <summary>From a batch to the kernel: checks it, picks the policies, runs the sweep.</summary>
internal static class SampleEvaluation
{
    /// <summary>The sum and its denominator; writes what the batch names.</summary>
    public static Totals Run<TLoss, T>(TLoss loss, in LossBatch<T> batch)
        where TLoss : struct, ISampleLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(batch);
        double denominator = Denominators.Of(
            batch.Reduction, batch.Predictions.Length, batch.RowLength, batch.Weights, batch.Mask);
        return (batch.Weights.IsEmpty, batch.Mask.IsEmpty) switch
        {
            (true, true) => Weigh<TLoss, T, Unweighted<T>>(loss, batch, denominator),
            (false, true) => Weigh<TLoss, T, Weighted<T>>(loss, batch, denominator),
            (true, false) => Weigh<TLoss, T, Masked<T>>(loss, batch, denominator),
            (false, false) => Weigh<TLoss, T, WeightedAndMasked<T>>(loss, batch, denominator),
        };
    }

    private static void Check<T>(in LossBatch<T> batch)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = batch.Predictions.Length;
        Guard.SameLength(n, batch.Targets.Length, "targets");
        Optional(n, batch.Weights.Length, "weights");
        Optional(n, batch.Mask.Length, "mask");
        Optional(n, batch.Values.Length, "values");
        Optional(n, batch.Gradient.Length, "gradient");
        Optional(n, batch.Curvature.Length, "curvature");
        if (batch.Gradient.IsEmpty && !batch.Curvature.IsEmpty)
        {
            throw new ArgumentException("curvature is written together with gradient, which is empty.", nameof(batch));
        }
    }

    private static void Optional(int expected, int length, string name)
    {
        if (length != 0)
        {
            Guard.SameLength(expected, length, name);
        }
    }

    private static Totals Weigh<TLoss, T, TWeighting>(TLoss loss, in LossBatch<T> batch, double denominator)
        where TLoss : struct, ISampleLoss<TLoss>
        where T : unmanaged, IFloatingPointIeee754<T>
        where TWeighting : struct, IWeighting<T>
    {
        int n = batch.Predictions.Length;
        double scale = denominator == 0 ? 0 : 1 / denominator;
        SampleBuffers<T> at = new()
        {
            Predictions = ref SampleBuffers<T>.Start(batch.Predictions),
            Targets = ref SampleBuffers<T>.Start(batch.Targets),
            Weights = ref SampleBuffers<T>.Start(batch.Weights),
            Mask = ref SampleBuffers<T>.Start(batch.Mask),
            Values = ref SampleBuffers<T>.Start<T>(batch.Values),
            Gradient = ref SampleBuffers<T>.Start<T>(batch.Gradient),
            Curvature = ref SampleBuffers<T>.Start<T>(batch.Curvature),
        };
        double sum = 0;
        if (!batch.Values.IsEmpty)
        {
            sum = SampleChunks.Sum<TLoss, T, EachValue<T>, TWeighting>(loss, at, n, scale);

            // Written: the next sweep shall not copy its own, empty, last lane over them.
            at.Values = ref SampleBuffers<T>.Start<T>(default);
        }

        if (!batch.Curvature.IsEmpty)
        {
            sum = SampleChunks.Sum<TLoss, T, WithCurvature<T>, TWeighting>(loss, at, n, scale);
        }
        else if (!batch.Gradient.IsEmpty)
        {
            sum = SampleChunks.Sum<TLoss, T, WithGradient<T>, TWeighting>(loss, at, n, scale);
        }
        else if (batch.Values.IsEmpty)
        {
            sum = SampleChunks.Sum<TLoss, T, SumOnly<T>, TWeighting>(loss, at, n, scale);
        }

        return new(sum, denominator);
    }
}
