namespace Lossary.Training;

/// <summary>How good several predicted quantiles of a target are.</summary>
/// <remarks>
/// predictions [n, levels], row by row; targets [n]; levels rising, each within (0, 1); weights [n], or empty for equal
/// ones.
/// </remarks>
public static class QuantileMetrics
{
    /// <summary>The mean pinball loss over all levels: half the CRPS where levels are many and even.</summary>
    /// <remarks>T. Gneiting, R. Ranjan, Comparing Density Forecasts, 2011, doi:10.1198/jbes.2010.08110.</remarks>
    public static double Score(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> levels,
        ReadOnlySpan<double> weights = default)
    {
        Check(predictions, targets, levels);
        double sum = 0;
        for (int k = 0; k < levels.Length; k++)
        {
            sum += ErrorMetrics.PinballLoss(Column(predictions, k, levels.Length), targets, levels[k], weights);
        }

        return sum / levels.Length;
    }

    /// <summary>
    /// How far the share of targets at or below a predicted quantile is from its level, in the mean over the levels.
    /// </summary>
    public static double CalibrationError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> levels,
        ReadOnlySpan<double> weights = default)
    {
        double sum = 0;
        double[] shares = SharesBelow(predictions, targets, levels, weights);
        for (int k = 0; k < shares.Length; k++)
        {
            sum += Math.Abs(shares[k] - levels[k]);
        }

        return sum / levels.Length;
    }

    /// <summary>The share of targets at or below each predicted quantile, [levels].</summary>
    public static double[] SharesBelow(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> levels,
        ReadOnlySpan<double> weights = default)
    {
        Check(predictions, targets, levels);
        double[] shares = new double[levels.Length];
        for (int k = 0; k < shares.Length; k++)
        {
            shares[k] = SampleMean.Of(new IsBelow(), Column(predictions, k, shares.Length), targets, weights);
        }

        return shares;
    }

    /// <summary>
    /// Winkler's score of the interval from the lowest to the highest quantile: its width, and what misses it over the
    /// share that may.
    /// </summary>
    /// <remarks>
    /// R. L. Winkler, A Decision-Theoretic Approach to Interval Estimation, 1972, doi:10.1080/01621459.1972.10481224.
    /// </remarks>
    public static double IntervalScore(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> levels,
        ReadOnlySpan<double> weights = default)
    {
        Check(predictions, targets, levels);
        int count = levels.Length;
        double low = ErrorMetrics.PinballLoss(Column(predictions, 0, count), targets, levels[0], weights);
        double high = ErrorMetrics.PinballLoss(Column(predictions, count - 1, count), targets, levels[^1], weights);
        return (low / levels[0]) + (high / (1 - levels[^1]));
    }

    /// <summary>The mean distance from the lowest to the highest quantile.</summary>
    public static double Width(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> levels,
        ReadOnlySpan<double> weights = default)
    {
        Check(predictions, targets, levels);
        return SampleMean.Of(
            new Distance(), Column(predictions, levels.Length - 1, levels.Length),
            Column(predictions, 0, levels.Length), weights);
    }

    private static void Check(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> levels)
    {
        MetricArguments.Levels(levels);
        if (predictions.Length != targets.Length * levels.Length)
        {
            throw new ArgumentException(
                $"predictions has {predictions.Length} elements; {targets.Length} targets of {levels.Length} levels "
                + $"need {targets.Length * levels.Length}.",
                nameof(predictions));
        }
    }

    private static double[] Column(ReadOnlySpan<double> rows, int column, int width)
    {
        double[] values = new double[rows.Length / width];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = rows[(i * width) + column];
        }

        return values;
    }

    private readonly struct IsBelow : ISampleTerm
    {
        public double Of(double prediction, double target) => target <= prediction ? 1 : 0;
    }

    private readonly struct Distance : ISampleTerm
    {
        public double Of(double prediction, double target) => prediction - target;
    }
}
