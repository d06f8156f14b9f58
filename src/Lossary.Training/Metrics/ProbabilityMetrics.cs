namespace Lossary.Training;

/// <summary>How good predicted probabilities are, and not only the classes that follow from them.</summary>
/// <remarks>
/// Binary: probabilities [n] of the positive class. Multi-class: probabilities [n, classes], row by row. targets [n]
/// are classes; weights [n], or empty for equal ones. Of no samples, NaN.
/// </remarks>
public static class ProbabilityMetrics
{
    /// <summary>Width of the calibration bins: 1/15, the number of bins of Guo et al.</summary>
    public const int CalibrationBins = 15;

    /// <summary>
    /// Probabilities are kept this far from 0 and 1, so that one sure mistake costs 36 and not infinity.
    /// </summary>
    private const double Margin = 2.220446049250313e-16;

    /// <summary>Mean of −log of the target class's probability, in nats.</summary>
    /// <inheritdoc cref="ProbabilityMetrics" path="/remarks"/>
    public static double LogLoss(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        int classes = ClassesOf(probabilities, targets, weights);
        double sum = 0, total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            double weight = weights.At(i);
            sum -= weight * Math.Log(TargetProbability(Row(probabilities, i, classes), targets[i]));
            total += weight;
        }

        return sum / total;
    }

    /// <summary>Mean squared distance of probability and outcome.</summary>
    /// <remarks>
    /// Binary: (p − y)², in [0, 1]. Multi-class: Σ over classes of (p − y)², in [0, 2], Brier's original; of two
    /// classes that is twice the binary form. G. W. Brier, Monthly Weather Review 78 (1950) 1–3.
    /// </remarks>
    public static double Brier(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        int classes = ClassesOf(probabilities, targets, weights);
        double sum = 0, total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            ReadOnlySpan<double> row = Row(probabilities, i, classes);
            double squares = 0;
            for (int j = 0; j < row.Length; j++)
            {
                bool happened = classes == 1 ? targets[i] == 1 : targets[i] == j;
                double difference = row[j] - (happened ? 1 : 0);
                squares += difference * difference;
            }

            sum += weights.At(i) * squares;
            total += weights.At(i);
        }

        return sum / total;
    }

    /// <summary>Expected calibration error: mean gap between stated probability and observed frequency.</summary>
    /// <remarks>
    /// 15 bins of equal width, each (low, high], weighted by their samples. Binary: the positive class's probability
    /// against how often it happened. Multi-class: the predicted class's probability against how often it was right.
    /// C. Guo et al., ICML 2017, arXiv:1706.04599.
    /// </remarks>
    public static double CalibrationError(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights = default)
    {
        int classes = ClassesOf(probabilities, targets, weights);
        Span<double> gaps = stackalloc double[CalibrationBins];
        gaps.Clear();
        double total = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            ReadOnlySpan<double> row = Row(probabilities, i, classes);
            int predicted = classes == 1 ? 1 : ClassOf.Largest(row);
            double stated = classes == 1 ? row[0] : row[predicted];
            int bin = Math.Clamp((int)Math.Ceiling(stated * CalibrationBins) - 1, 0, CalibrationBins - 1);
            gaps[bin] += weights.At(i) * (stated - (targets[i] == predicted ? 1 : 0));
            total += weights.At(i);
        }

        double sum = 0;
        foreach (double gap in gaps)
        {
            sum += Math.Abs(gap);
        }

        return sum / total;
    }

    private static double TargetProbability(ReadOnlySpan<double> row, int target)
    {
        if (row.Length == 1)
        {
            return Kept(target == 1 ? row[0] : 1 - row[0]);
        }

        double sum = 0;
        foreach (double probability in row)
        {
            sum += Kept(probability);
        }

        return Kept(row[target]) / sum;
    }

    private static double Kept(double probability) => Math.Clamp(probability, Margin, 1 - Margin);

    private static ReadOnlySpan<double> Row(ReadOnlySpan<double> values, int index, int classes) =>
        values.Slice(index * classes, classes);

    private static int ClassesOf(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights)
    {
        int classes = targets.IsEmpty ? 1 : probabilities.Length / targets.Length;
        MetricArguments.SameLength(probabilities.Length, targets.Length * classes, nameof(targets));
        MetricArguments.Weights(targets.Length, weights);
        MetricArguments.Classes(targets, Math.Max(classes, 2));
        return classes;
    }
}
