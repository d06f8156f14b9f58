namespace Lossary.Training;

/// <summary>How far scores are on the right side of the decision.</summary>
/// <remarks>targets [n] are classes; weights [n], or empty for equal ones. Of no samples, NaN.</remarks>
public static class MarginMetrics
{
    /// <summary>Mean of max(0, 1 − margin).</summary>
    /// <remarks>
    /// Binary: scores [n], positive for class 1; the margin is the score, negated for class 0. Multi-class: scores
    /// [n, classes]; the margin is the target class's score less the largest other one (Crammer and Singer 2001).
    /// </remarks>
    /// <param name="scores">[n] or [n, classes].</param>
    /// <param name="targets">[n].</param>
    /// <param name="weights">[n], or empty.</param>
    public static double Hinge(
        ReadOnlySpan<double> scores, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        int classes = targets.IsEmpty ? 1 : scores.Length / targets.Length;
        MetricArguments.SameLength(scores.Length, targets.Length * classes, nameof(targets));
        MetricArguments.Weights(targets.Length, weights);
        MetricArguments.Classes(targets, Math.Max(classes, 2));
        double sum = 0, total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double margin = Margin(scores.Slice(i * classes, classes), targets[i]);
            sum += weights.At(i) * Math.Max(0, 1 - margin);
            total += weights.At(i);
        }

        return sum / total;
    }

    private static double Margin(ReadOnlySpan<double> row, int target)
    {
        if (row.Length == 1)
        {
            return target == 1 ? row[0] : -row[0];
        }

        double other = double.NegativeInfinity;
        for (int j = 0; j < row.Length; j++)
        {
            other = j == target ? other : Math.Max(other, row[j]);
        }

        return row[target] - other;
    }
}
