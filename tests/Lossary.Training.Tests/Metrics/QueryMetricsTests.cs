using Lossary.Data;

namespace Lossary.Training.Tests;

public sealed class QueryMetricsTests
{
    [Fact]
    public void Ndcg_is_the_discounted_gain_over_that_of_the_best_order()
    {
        // Grades 0, 1, 2 in the worst order: (0 + 1 / log₂ 3 + 3 / 2) / (3 + 1 / log₂ 3).
        double worst = ((1 / Math.Log2(3)) + 1.5) / (3 + (1 / Math.Log2(3)));
        Assert.Equal(worst, QueryMetrics.Ndcg([3, 2, 1], [0, 1, 2], [0, 0, 0], 10), 12);
        Assert.Equal(1, QueryMetrics.Ndcg([1, 2, 3], [0, 1, 2], [0, 0, 0], 10), 12);
        Assert.Equal(0, QueryMetrics.Ndcg([3, 2, 1], [0, 1, 2], [0, 0, 0], 1), 12);
    }

    [Fact]
    public void Equal_scores_share_the_places_that_they_take()
    {
        // Of two at the first places one has gain 3: either order is as likely, and the mean is taken.
        Assert.Equal((1 + (1 / Math.Log2(3))) / 2, QueryMetrics.Ndcg([1, 1], [0, 2], [7, 7], 10), 12);
        Assert.Equal(0.5, QueryMetrics.Ndcg([1, 1], [0, 2], [7, 7], 1), 12);
    }

    [Fact]
    public void A_query_without_a_relevant_sample_has_no_ndcg_and_does_not_count()
    {
        Assert.Equal(1, QueryMetrics.Ndcg([1, 2, 5, 4], [0, 2, 0, 0], [0, 0, 1, 1], 10), 12);
        Assert.Equal(double.NaN, QueryMetrics.Ndcg([5, 4], [0, 0], [1, 1], 10));
    }

    [Fact]
    public void Pairs_are_those_of_one_query_and_equal_scores_are_half_right()
    {
        // Query 0: (2, 0) right, (2, 1) tied, (1, 0) right; query 1: its pair is wrong. Samples need not stand together.
        Assert.Equal((2.5 / 3) / 2, QueryMetrics.OrderedPairs([3, 9, 3, 1, 0], [2, 0, 1, 0, 1], [0, 1, 0, 0, 1]), 12);
        Assert.Equal(double.NaN, QueryMetrics.OrderedPairs([1, 2], [1, 1], [0, 0]));
    }

    [Fact]
    public void Only_predictions_with_queries_have_an_order()
    {
        Predictions plain = Predictions.OfNumbers(TaskKind.Regression, [1, 2], [0, 1]);
        Predictions ordered = Predictions.OfNumbers(TaskKind.Regression, [1, 2], [0, 1], queries: [4, 4]);
        Assert.Null(MetricCatalogue.Find("ndcg").Evaluate(plain));
        Assert.Equal(1, MetricCatalogue.Find("ndcg:at=5").Evaluate(ordered));
        Assert.Equal(1, MetricCatalogue.Find("ordered-pairs").Evaluate(ordered));
        Assert.Throws<ArgumentException>(() => Predictions.OfNumbers(TaskKind.Regression, [1, 2], [0, 1], queries: [4]));
    }
}
