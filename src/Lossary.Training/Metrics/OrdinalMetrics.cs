namespace Lossary.Training;

/// <summary>How good predictions of ordered classes are: a class nearly right is better than one far off.</summary>
/// <remarks>
/// Classes are numbered in their order. targets [n] are classes; weights [n], or empty for equal ones. Of no samples,
/// NaN.
/// </remarks>
public static class OrdinalMetrics
{
    /// <summary>Mean of |predicted − target class|: by how many classes a prediction is off.</summary>
    /// <param name="predictions">The predicted classes, [n].</param>
    /// <param name="targets">The target classes, [n].</param>
    /// <param name="weights">[n], or empty for equal ones.</param>
    /// <inheritdoc cref="OrdinalMetrics" path="/remarks"/>
    public static double MeanAbsoluteError(
        ReadOnlySpan<int> predictions, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        MetricArguments.SameLength(predictions.Length, targets.Length);
        MetricArguments.Weights(targets.Length, weights);
        double sum = 0, total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            sum += weights.At(i) * Math.Abs((double)predictions[i] - targets[i]);
            total += weights.At(i);
        }

        return sum / total;
    }

    /// <summary>
    /// Mean over samples of Σ over the boundaries between classes of (cumulative probability − outcome)².
    /// </summary>
    /// <remarks>
    /// In [0, classes − 1]; of two classes the binary Brier score. E. S. Epstein, Journal of Applied Meteorology 8
    /// (1969) 985–987.
    /// </remarks>
    /// <param name="probabilities">Shape [n, classes], row by row.</param>
    /// <param name="targets">The target classes, [n].</param>
    /// <param name="weights">[n], or empty for equal ones.</param>
    public static double RankedProbabilityScore(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        int classes = targets.IsEmpty ? 2 : probabilities.Length / targets.Length;
        MetricArguments.SameLength(probabilities.Length, targets.Length * classes, nameof(targets));
        MetricArguments.Weights(targets.Length, weights);
        MetricArguments.Classes(targets, classes);
        double sum = 0, total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double below = 0, squares = 0;
            for (int k = 0; k < classes - 1; k++)
            {
                below += probabilities[(i * classes) + k];
                double difference = below - (targets[i] <= k ? 1 : 0);
                squares += difference * difference;
            }

            sum += weights.At(i) * squares;
            total += weights.At(i);
        }

        return sum / total;
    }
}
