namespace Lossary.Training;

/// <summary>The weighted mean of a term over samples; those of weight 0 may hold anything.</summary>
internal static class SampleMean
{
    public static double Of<TTerm>(
        TTerm term, ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights)
        where TTerm : struct, ISampleTerm
    {
        MetricArguments.SameLength(predictions.Length, targets.Length);
        MetricArguments.Weights(predictions.Length, weights);
        double sum = 0, total = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            double weight = weights.At(i);
            sum += weight == 0 ? 0 : weight * term.Of(predictions[i], targets[i]);
            total += weight;
        }

        return sum / total;
    }
}
