namespace Lossary.Training.Tests;

public sealed class ErrorMetricsTests
{
    [Fact]
    public void House_prices_of_the_published_example_have_a_mean_squared_error_of_95_million()
    {
        // tests/golden/worked_examples.json, mse_loss.
        double[] predictions = [250_000, 320_000, 370_000, 410_000, 280_000];
        double[] targets = [260_000, 315_000, 385_000, 400_000, 275_000];
        Assert.Equal(95_000_000, ErrorMetrics.MeanSquaredError(predictions, targets));
    }

    [Fact]
    public void The_largest_error_ignores_samples_of_no_weight() =>
        Assert.Equal(2, ErrorMetrics.MaxError([9, 3], [0, 1], [0, 1]));

    [Fact]
    public void No_samples_have_no_error()
    {
        Assert.Equal(double.NaN, ErrorMetrics.MeanAbsoluteError([], []));
        Assert.Equal(double.NaN, ErrorMetrics.MedianAbsoluteError([], []));
        Assert.Equal(double.NaN, ErrorMetrics.MaxError([], []));
    }

    [Fact]
    public void A_prediction_that_is_no_number_shows_in_every_error()
    {
        double[] predictions = [1, double.NaN, 3], targets = [1, 2, 3];
        Assert.Equal(double.NaN, ErrorMetrics.RootMeanSquaredError(predictions, targets));
        Assert.Equal(double.NaN, ErrorMetrics.MaxError(predictions, targets));
    }

    [Fact]
    public void Unequal_lengths_are_refused_with_both_lengths()
    {
        ArgumentException exception =
            Assert.Throws<ArgumentException>(() => ErrorMetrics.MeanSquaredError([1, 2, 3, 4], [1, 2, 3]));
        Assert.Contains("targets has 3 elements, predictions has 4.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_weights_are_refused_with_their_place()
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => ErrorMetrics.MeanSquaredError([1, 2], [1, 2], [1, -1]));
        Assert.Contains("weights[1]", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Pinball_levels_are_within_0_and_1(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ErrorMetrics.PinballLoss([1], [1], level));

    [Fact]
    public void Weights_count_like_repeated_samples()
    {
        double weighted = ErrorMetrics.MeanSquaredError([1, 5], [0, 2], [3, 1]);
        Assert.Equal(ErrorMetrics.MeanSquaredError([1, 1, 1, 5], [0, 0, 0, 2]), weighted);
    }
}
