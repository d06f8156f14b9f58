namespace Lossary.Training.Tests;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Decisions_cost_the_threshold_for_an_alarm_and_the_rest_for_a_miss()
    {
        // One false alarm and two misses among five: (0.2 + 2 · 0.8) / 5.
        ConfusionMatrix matrix = new([1, 0, 0, 1, 0], [0, 1, 1, 1, 0], 2);
        Assert.Equal(0.36, matrix.CostAt(0.2), 12);
        Assert.Throws<InvalidOperationException>(() => new ConfusionMatrix([0], [0], 3).CostAt(0.2));
    }

    [Fact]
    public void A_threshold_decides_between_two_classes()
    {
        Predictions predictions = Predictions.OfProbabilities([0.1, 0.3, 0.6], [0, 1, 1], 2, threshold: 0.25);
        Assert.Equal([0, 1, 1], predictions.PredictedClasses.ToArray());
        Assert.Equal(0, MetricCatalogue.Find("decision-cost:threshold=0.25").Evaluate(predictions));
        Assert.Throws<ArgumentOutOfRangeException>(() => Predictions.OfProbabilities([0.1], [0], 2, threshold: 1));
    }

    [Fact]
    public void Cells_are_read_by_prediction_and_target()
    {
        ConfusionMatrix matrix = new([1, 1, 0], [1, 0, 0], 2, [1, 2, 4]);
        Assert.Equal(2, matrix[prediction: 1, target: 0]);
        Assert.Equal(0, matrix[prediction: 0, target: 1]);
        Assert.Equal(7, matrix.Total);
        Assert.Equal(5.0 / 7, matrix.Accuracy);
    }

    [Fact]
    public void A_class_never_predicted_has_a_precision_of_0() =>
        Assert.Equal(0, new ConfusionMatrix([0, 0], [0, 1], 2).Precision(1));

    [Fact]
    public void A_class_that_does_not_occur_is_not_averaged()
    {
        ConfusionMatrix matrix = new([0, 1, 1], [0, 1, 1], 5);
        Assert.Equal(1, matrix.MacroF1);
        Assert.Equal(1, matrix.BalancedAccuracy);
    }

    [Fact]
    public void Constant_predictions_do_not_correlate() =>
        Assert.Equal(0, new ConfusionMatrix([1, 1, 1], [1, 0, 1], 2).Matthews);

    [Fact]
    public void Classes_out_of_range_are_refused_with_their_place()
    {
        ArgumentOutOfRangeException exception =
            Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix([0, 3], [0, 1], 3));
        Assert.Contains("predictions[1] must be a class from 0 to 2.", exception.Message, StringComparison.Ordinal);
    }
}
