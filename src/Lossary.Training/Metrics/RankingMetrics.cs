namespace Lossary.Training;

/// <summary>How well scores put the positive samples before the negative ones.</summary>
/// <remarks>
/// scores [n], any increasing function of the probability; targets [n], 1 or 0; weights [n], or empty for equal ones.
/// Equal scores count as one step, so the order of the samples does not matter.
/// </remarks>
public static class RankingMetrics
{
    /// <summary>
    /// Area under the receiver operating characteristic: the chance that a positive outranks a negative, ties half.
    /// </summary>
    /// <inheritdoc cref="RankingMetrics" path="/remarks"/>
    /// <returns>In [0, 1], 0.5 by chance; NaN if only one class occurs.</returns>
    public static double RocAuc(
        ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        double positives = 0, negatives = 0, area = 0;
        foreach ((double positive, double negative) in Steps(scores, targets, weights))
        {
            area += negative * (positives + (0.5 * positive));
            positives += positive;
            negatives += negative;
        }

        return area / (positives * negatives);
    }

    /// <summary>
    /// Area under the precision-recall curve as average precision: Σ (recall gained) · precision, no interpolation.
    /// </summary>
    /// <inheritdoc cref="RankingMetrics" path="/remarks"/>
    /// <returns>In [0, 1], the share of positives by chance; NaN if there is no positive.</returns>
    public static double AveragePrecision(
        ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        double positives = 0, all = 0, sum = 0;
        foreach ((double positive, double negative) in Steps(scores, targets, weights))
        {
            positives += positive;
            all += positive + negative;
            sum += positive > 0 ? positive * (positives / all) : 0;
        }

        return sum / positives;
    }

    /// <summary>The weights of positives and negatives at each distinct score, from the highest down.</summary>
    private static List<(double Positive, double Negative)> Steps(
        ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights)
    {
        MetricArguments.SameLength(scores.Length, targets.Length);
        MetricArguments.Weights(scores.Length, weights);
        MetricArguments.Classes(targets, 2);
        double[] keys = scores.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        List<(double Positive, double Negative)> steps = [];
        for (int i = order.Length - 1; i >= 0; i--)
        {
            if (i == order.Length - 1 || keys[i] != keys[i + 1])
            {
                steps.Add((0, 0));
            }

            (double positive, double negative) = steps[^1];
            double weight = weights.At(order[i]);
            steps[^1] = targets[order[i]] == 1 ? (positive + weight, negative) : (positive, negative + weight);
        }

        return steps;
    }
}
