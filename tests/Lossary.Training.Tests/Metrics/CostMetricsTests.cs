namespace Lossary.Training.Tests;

public sealed class CostMetricsTests
{
    private static readonly double[] Costs = [0, 1, 2, 3, 0, 4, 50, 6, 0];

    [Fact]
    public void The_mean_cost_is_read_off_row_of_the_target_and_column_of_the_prediction()
    {
        Assert.Equal((2 + 3 + 0) / 3.0, CostMetrics.Mean([2, 0, 2], [0, 1, 2], Costs), 15);
        Assert.Equal((2 + (2 * 3)) / 3.0, CostMetrics.Mean([2, 0, 2], [0, 1, 2], Costs, [1, 2, 0]), 15);
    }

    [Fact]
    public void The_cheapest_class_by_the_probabilities_is_predicted_where_costs_decide()
    {
        // By hand for (0.6, 0.3, 0.1): class 0 costs 0.9 + 5, class 1 0.6 + 0.6, class 2 1.2 + 1.2.
        Predictions plain = Predictions.OfProbabilities([0.6, 0.3, 0.1], [0], 3);
        Assert.Equal(0, plain.PredictedClasses[0]);
        Assert.Equal(0, plain.WithCosts(Costs, decide: false).PredictedClasses[0]);
        Assert.Equal(1, plain.WithCosts(Costs, decide: true).PredictedClasses[0]);
        Assert.Equal(1.0, MetricCatalogue.Find("class-cost").Evaluate(plain.WithCosts(Costs, decide: true)));
        Assert.Null(MetricCatalogue.Find("class-cost").Evaluate(plain));
    }

    [Fact]
    public void Scores_have_no_expectation_and_their_largest_is_predicted() => Assert.Equal(
        0, Predictions.OfScores([0.6, 0.3, 0.1], [0], 3).WithCosts(Costs, decide: true).PredictedClasses[0]);

    [Fact]
    public void Of_two_classes_the_threshold_follows_from_the_costs()
    {
        // A false alarm costs 1, a miss 4: positive from probability 1/5 on.
        Predictions predictions = Predictions.OfProbabilities([0.19, 0.21], [0, 1], 2).WithCosts([0, 1, 4, 0], decide: true);
        Assert.Equal([0, 1], predictions.PredictedClasses.ToArray());
    }

    [Fact]
    public void Costs_of_another_number_of_classes_are_refused() => Assert.Throws<ArgumentException>(
        () => Predictions.OfProbabilities([0.6, 0.3, 0.1], [0], 3).WithCosts([0, 1, 1, 0], decide: true));
}
