namespace Lossary.Training.Tests;

public sealed class ProbabilityMetricsTests
{
    [Fact]
    public void Spam_probabilities_of_the_published_example_have_the_right_log_loss()
    {
        // tests/golden/worked_examples.json, computed with mpmath; the published text says 1.031.
        double loss = ProbabilityMetrics.LogLoss([0.8, 0.2, 0.6, 0.9, 0.1], [1, 0, 1, 1, 0]);
        Assert.Equal(0.23356675154201256, loss, 15);
    }

    [Fact]
    public void A_sure_mistake_has_a_finite_log_loss() =>
        Assert.Equal(-Math.Log(Math.Pow(2, -52)), ProbabilityMetrics.LogLoss([0], [1]), 10);

    [Fact]
    public void Brier_of_two_columns_is_twice_the_binary_one() => Assert.Equal(
        2 * ProbabilityMetrics.Brier([0.3, 0.9], [0, 1]),
        ProbabilityMetrics.Brier([0.7, 0.3, 0.1, 0.9], [0, 1]),
        15);

    [Fact]
    public void Calibration_error_is_the_gap_of_each_bin_by_its_share()
    {
        // Bins of 1/15: three of 0.9 with two hits (gap 2.7 - 2), one of 0.1 with none (gap 0.1): 0.8 / 4.
        double error = ProbabilityMetrics.CalibrationError([0.9, 0.9, 0.9, 0.1], [1, 1, 0, 0]);
        Assert.Equal(0.2, error, 15);
    }

    [Fact]
    public void Calibration_of_many_classes_looks_at_the_predicted_one()
    {
        // Confidence 0.6 each, one right of two: |1.2 - 1| / 2.
        double error = ProbabilityMetrics.CalibrationError([0.6, 0.2, 0.2, 0.1, 0.6, 0.3], [0, 2]);
        Assert.Equal(0.1, error, 15);
    }

    [Fact]
    public void Frequencies_that_match_are_calibrated() =>
        Assert.Equal(0, ProbabilityMetrics.CalibrationError([0.5, 0.5], [0, 1]));

    [Fact]
    public void Values_that_fill_no_rows_are_refused() =>
        Assert.Throws<ArgumentException>(() => ProbabilityMetrics.LogLoss([0.5, 0.5, 0.5], [0, 1]));
}
