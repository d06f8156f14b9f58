namespace Lossary.Training.Tests;

public sealed class RankingMetricsTests
{
    [Fact]
    public void Tied_scores_count_half()
    {
        // By counting pairs: (0.5, 0.5) tie, (0.5, 0.1) won, (0.9, both) won: 3.5 of 4.
        Assert.Equal(3.5 / 4, RankingMetrics.RocAuc([0.5, 0.9, 0.5, 0.1], [1, 1, 0, 0]));
    }

    [Fact]
    public void Equal_scores_for_all_are_no_better_than_chance()
    {
        Assert.Equal(0.5, RankingMetrics.RocAuc([1, 1, 1, 1], [1, 0, 0, 1]));
        Assert.Equal(0.25, RankingMetrics.AveragePrecision([1, 1, 1, 1], [1, 0, 0, 0]));
    }

    [Fact]
    public void The_order_of_tied_samples_does_not_matter() => Assert.Equal(
        RankingMetrics.AveragePrecision([2, 2, 1], [1, 0, 1]), RankingMetrics.AveragePrecision([2, 2, 1], [0, 1, 1]));

    [Fact]
    public void One_class_has_no_area() => Assert.Equal(double.NaN, RankingMetrics.RocAuc([1, 2], [1, 1]));

    [Fact]
    public void Targets_other_than_two_classes_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingMetrics.RocAuc([1, 2], [0, 2]));

    [Fact]
    public void Tied_documents_share_their_discounts()
    {
        // Relevances 2 and 0 share ranks 1 and 2: mean gain 1, discounts 1 + 1/log2(3).
        double expected = 1 + (1 / Math.Log2(3));
        Assert.Equal(expected, RetrievalMetrics.DiscountedCumulativeGain([7, 7], [2, 0]), 15);
    }

    [Fact]
    public void Nothing_relevant_has_a_gain_of_0() =>
        Assert.Equal(0, RetrievalMetrics.NormalizedDiscountedCumulativeGain([1, 2], [0, 0]));
}
