namespace Lossary.Training;

/// <summary>What decisions between classes cost.</summary>
public static class CostMetrics
{
    /// <summary>The mean cost of a decision. Of no samples, NaN.</summary>
    /// <remarks>C. Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001, 973–978.</remarks>
    /// <param name="predictions">The predicted classes, [n].</param>
    /// <param name="targets">The target classes, [n].</param>
    /// <param name="costs">
    /// [classes, classes], row by row: what it costs to take the row's class for the column's.
    /// </param>
    /// <param name="weights">[n], or empty for equal ones.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a class has no costs.</exception>
    public static double Mean(
        ReadOnlySpan<int> predictions, ReadOnlySpan<int> targets, ReadOnlySpan<double> costs,
        ReadOnlySpan<double> weights = default)
    {
        MetricArguments.SameLength(predictions.Length, targets.Length, nameof(targets));
        MetricArguments.Weights(targets.Length, weights);
        int classes = (int)Math.Sqrt(costs.Length);
        if (classes * classes != costs.Length)
        {
            throw new ArgumentException($"costs has {costs.Length} elements, which is no square.", nameof(costs));
        }

        MetricArguments.Classes(predictions, classes);
        MetricArguments.Classes(targets, classes);
        double sum = 0, total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            sum += weight * costs[(targets[i] * classes) + predictions[i]];
            total += weight;
        }

        return sum / total;
    }
}
