using Lossary.Data;

namespace Lossary.Training.Tests;

public sealed class QuantileMetricsTests
{
    private static readonly double[] Levels = [0.1, 0.5, 0.9];

    /// <summary>Quantiles of two rows.</summary>
    private static readonly double[] Values = [0, 1, 4, 2, 3, 5];

    [Fact]
    public void The_score_is_the_mean_pinball_loss_over_the_levels()
    {
        // Targets 2 and 6 by hand: 0.1·2, 0.5·1, 0.1·2 of the first row; 0.1·4, 0.5·3, 0.9·1 of the second.
        Assert.Equal((0.2 + 0.5 + 0.2 + 0.4 + 1.5 + 0.9) / 6, QuantileMetrics.Score(Values, [2, 6], Levels), 12);
        Assert.Equal((0.2 + 0.5 + 0.2) / 3, QuantileMetrics.Score(Values, [2, 6], Levels, [1, 0]), 12);
    }

    [Fact]
    public void At_the_median_alone_the_score_is_half_the_mean_absolute_error() =>
        Assert.Equal(0.5 * ErrorMetrics.MeanAbsoluteError([1, 3], [2, 6]), QuantileMetrics.Score([1, 3], [2, 6], [0.5]), 12);

    [Theory]
    [InlineData(2, 4)]
    [InlineData(-1, 4 + (1 / 0.1))]
    [InlineData(7, 4 + (3 / 0.1))]
    public void The_interval_score_is_the_width_and_two_over_alpha_times_the_miss(double target, double expected) =>
        Assert.Equal(expected, QuantileMetrics.IntervalScore([0, 1, 4], [target], Levels), 12);

    [Fact]
    public void The_calibration_error_is_how_far_shares_below_are_from_their_levels()
    {
        // Of the targets 0, 2, 4, 6 a quarter is at or below 1, half at or below 3, all at or below 9.
        double[] values = [.. Enumerable.Repeat((double[])[1, 3, 9], 4).SelectMany(row => row)];
        Assert.Equal([0.25, 0.5, 1], QuantileMetrics.SharesBelow(values, [0, 2, 4, 6], Levels));
        Assert.Equal((0.15 + 0 + 0.1) / 3, QuantileMetrics.CalibrationError(values, [0, 2, 4, 6], Levels), 12);
    }

    [Fact]
    public void The_width_is_from_the_lowest_level_to_the_highest() =>
        Assert.Equal(3.5, QuantileMetrics.Width(Values, [2, 6], Levels), 12);

    [Fact]
    public void Only_metrics_of_quantiles_judge_quantiles()
    {
        Predictions quantiles = Predictions.OfQuantiles(TaskKind.Regression, Levels, Values, [2, 6]);
        Predictions numbers = Predictions.OfNumbers(TaskKind.Regression, [1, 3], [2, 6]);
        Assert.Null(MetricCatalogue.Find("mae").Evaluate(quantiles));
        Assert.Null(MetricCatalogue.Find("quantile-score").Evaluate(numbers));
        Assert.Equal(2, quantiles.Count);
        Assert.Equal(
            QuantileMetrics.IntervalScore(Values, [2, 6], Levels), MetricCatalogue.Find("winkler").Evaluate(quantiles)!.Value);
        Assert.Equal(
            ["quantile-score", "quantile-calibration", "interval-score", "interval-width"],
            MetricCatalogue.For(TaskKind.Counts).Where(metric => metric.AppliesTo(quantiles)).Select(metric => metric.Key));
    }

    [Fact]
    public void Levels_must_rise_within_0_and_1_and_fit_the_values()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileMetrics.Score([1, 2], [1], [0.9, 0.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuantileMetrics.Score([1], [1], [1]));
        Assert.Throws<ArgumentException>(() => QuantileMetrics.Score([], [], []));
        ArgumentException error = Assert.Throws<ArgumentException>(() => QuantileMetrics.Score([1, 2, 3], [1], [0.1, 0.9]));
        Assert.Contains("predictions has 3 elements; 1 targets of 2 levels need 2.", error.Message, StringComparison.Ordinal);
    }
}
