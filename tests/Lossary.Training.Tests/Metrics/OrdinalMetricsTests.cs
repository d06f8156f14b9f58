namespace Lossary.Training.Tests;

public sealed class OrdinalMetricsTests
{
    [Fact]
    public void Mean_absolute_error_counts_the_classes_that_predictions_are_off()
    {
        // |0−0|, |1−3|, |4−1|: 5 of 3; the last alone has weight 3 of 5: (0 + 2 + 9) / 5.
        Assert.Equal(5.0 / 3, OrdinalMetrics.MeanAbsoluteError([0, 1, 4], [0, 3, 1]), 15);
        Assert.Equal(2.2, OrdinalMetrics.MeanAbsoluteError([0, 1, 4], [0, 3, 1], [1, 1, 3]), 15);
        Assert.Equal(double.NaN, OrdinalMetrics.MeanAbsoluteError([], []));
    }

    [Fact]
    public void Ranked_probability_score_adds_squares_of_cumulative_differences()
    {
        // (¼, ¼, ½) for class 2: (¼)² + (½)²; for class 0: (¼ − 1)² + (½ − 1)².
        Assert.Equal(0.3125, OrdinalMetrics.RankedProbabilityScore([0.25, 0.25, 0.5], [2]), 15);
        Assert.Equal(0.8125, OrdinalMetrics.RankedProbabilityScore([0.25, 0.25, 0.5], [0]), 15);
    }

    [Fact]
    public void Ranked_probability_score_of_two_columns_is_the_binary_Brier_score() => Assert.Equal(
        ProbabilityMetrics.Brier([0.3, 0.9], [0, 1], [1, 2]),
        OrdinalMetrics.RankedProbabilityScore([0.7, 0.3, 0.1, 0.9], [0, 1], [1, 2]),
        15);

    [Fact]
    public void Values_that_fill_no_rows_are_refused()
    {
        Assert.Throws<ArgumentException>(() => OrdinalMetrics.RankedProbabilityScore([0.5, 0.5, 0.5], [0, 1]));
        Assert.Throws<ArgumentException>(() => OrdinalMetrics.MeanAbsoluteError([1], [1, 2]));
    }

    [Fact]
    public void Quadratic_kappa_is_one_less_the_squared_error_over_that_of_chance()
    {
        // Targets 0 1 2 2, predictions 0 2 2 0: squares 0 + 1 + 0 + 4 = 5. By chance, targets (1, 1, 2) / 4 against
        // predictions (2, 0, 2) / 4: (1·2·4 + 1·2·1 + 1·2·1 + 2·2·4) / 4 = 7. Kappa is 1 − 5/7.
        Assert.Equal(1 - (5.0 / 7), new ConfusionMatrix([0, 2, 2, 0], [0, 1, 2, 2], 3).QuadraticKappa, 14);
        Assert.Equal(1, new ConfusionMatrix([0, 1, 2], [0, 1, 2], 3).QuadraticKappa, 14);
        Assert.Equal(-1, new ConfusionMatrix([2, 0], [0, 2], 3).QuadraticKappa, 14);
        Assert.Equal(double.NaN, new ConfusionMatrix([1, 1], [1, 1], 3).QuadraticKappa);
    }

    [Fact]
    public void Catalogue_finds_them_for_several_classes()
    {
        Predictions predictions = Predictions.OfProbabilities([0.25, 0.25, 0.5], [0], 3);
        Assert.Equal(2, MetricCatalogue.Find("ordinal-mae").Evaluate(predictions));
        Assert.Equal(0.8125, MetricCatalogue.Find("rps").Evaluate(predictions));
        Assert.Equal(0, MetricCatalogue.Find("qwk").Evaluate(predictions));
    }
}
