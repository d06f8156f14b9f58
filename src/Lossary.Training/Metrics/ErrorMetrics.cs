namespace Lossary.Training;

/// <summary>How far predicted numbers lie from the targets.</summary>
/// <remarks>
/// predictions, targets [n]; weights [n], or empty for equal ones. Of no samples, or a total weight of 0, NaN.
/// </remarks>
public static class ErrorMetrics
{
    /// <summary>Mean of r².</summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    public static double MeanSquaredError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        SampleMean.Of(default(Squared), predictions, targets, weights);

    /// <summary>√ mean of r².</summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    public static double RootMeanSquaredError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        Math.Sqrt(MeanSquaredError(predictions, targets, weights));

    /// <summary>Mean of |r|.</summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    public static double MeanAbsoluteError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        SampleMean.Of(default(Absolute), predictions, targets, weights);

    /// <summary>Median of |r|; of weighted samples the lower one.</summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    public static double MedianAbsoluteError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default)
    {
        MetricArguments.SameLength(predictions.Length, targets.Length);
        MetricArguments.Weights(predictions.Length, weights);
        double[] errors = new double[predictions.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            errors[i] = Math.Abs(predictions[i] - targets[i]);
        }

        return Quantile.Of(errors, weights, 0.5);
    }

    /// <summary>The largest |r|; samples of weight 0 do not count.</summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    public static double MaxError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default)
    {
        MetricArguments.SameLength(predictions.Length, targets.Length);
        MetricArguments.Weights(predictions.Length, weights);
        double largest = 0, total = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            if (weights.At(i) > 0)
            {
                largest = Math.Max(largest, Math.Abs(predictions[i] - targets[i]));
                total += weights.At(i);
            }
        }

        return total > 0 ? largest : double.NaN;
    }

    /// <summary>Mean of |r| / |target|, as a share and not in percent; a target of 0 counts as 2⁻⁵².</summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    public static double MeanAbsolutePercentageError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        SampleMean.Of(default(Percentage), predictions, targets, weights);

    /// <summary>Mean of (log(1 + prediction) − log(1 + target))²; NaN where either is −1 or less.</summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    public static double MeanSquaredLogError(
        ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights = default) =>
        SampleMean.Of(default(SquaredLog), predictions, targets, weights);

    /// <summary>
    /// Mean of level·(target − prediction) above the prediction, (1 − level)·(prediction − target) below it.
    /// </summary>
    /// <inheritdoc cref="ErrorMetrics" path="/remarks"/>
    /// <param name="predictions">[n].</param>
    /// <param name="targets">[n].</param>
    /// <param name="level">Which quantile is predicted, in [0, 1].</param>
    /// <param name="weights">[n], or empty.</param>
    public static double PinballLoss(
        ReadOnlySpan<double> predictions,
        ReadOnlySpan<double> targets,
        double level,
        ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 1);
        return SampleMean.Of(new Pinball(level), predictions, targets, weights);
    }

    private readonly struct Squared : ISampleTerm
    {
        public double Of(double prediction, double target) => (prediction - target) * (prediction - target);
    }

    private readonly struct Absolute : ISampleTerm
    {
        public double Of(double prediction, double target) => Math.Abs(prediction - target);
    }

    private readonly struct Percentage : ISampleTerm
    {
        private const double Smallest = 1.0 / (1L << 52);

        public double Of(double prediction, double target) =>
            Math.Abs(prediction - target) / Math.Max(Math.Abs(target), Smallest);
    }

    private readonly struct SquaredLog : ISampleTerm
    {
        public double Of(double prediction, double target)
        {
            if (prediction <= -1 || target <= -1)
            {
                return double.NaN;
            }

            double difference = Math.Log(1 + prediction) - Math.Log(1 + target);
            return difference * difference;
        }
    }

    private readonly struct Pinball(double level) : ISampleTerm
    {
        public double Of(double prediction, double target)
        {
            double above = target - prediction;
            return above >= 0 ? level * above : (level - 1) * above;
        }
    }
}
