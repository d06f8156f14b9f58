using Lossary.Data;

namespace Lossary.Training.Tests;

public sealed class TimeMetricsTests
{
    [Fact]
    public void Pairs_count_whose_first_event_is_known()
    {
        // Times 1, 2 (bound), 3: known are (1, 2) and (1, 3); after the bound at 2 nothing is known of 3.
        Assert.Equal(1, TimeMetrics.Concordance([1, 5, 9], [1, 2, 3], [true, false, true]), 12);
        Assert.Equal(0.5, TimeMetrics.Concordance([4, 5, 0], [1, 2, 3], [true, false, true]), 12);
        Assert.Equal(0, TimeMetrics.Concordance([9, 5, 0], [1, 2, 3], [true, false, true]), 12);
    }

    [Fact]
    public void Equal_predictions_count_half_and_of_equal_times_the_event_is_first()
    {
        Assert.Equal(0.5, TimeMetrics.Concordance([3, 3], [1, 2], [true, true]), 12);
        Assert.Equal(1, TimeMetrics.Concordance([2, 3], [1, 1], [true, false]), 12);
        Assert.Equal(double.NaN, TimeMetrics.Concordance([2, 3], [1, 1], [true, true]));
        Assert.Equal(double.NaN, TimeMetrics.Concordance([2, 3], [1, 2], [false, true]));
    }

    [Fact]
    public void A_pair_weighs_the_product_of_its_rows()
    {
        // Right is (1, 2) of weight 2, wrong is (1, 3) of weight 6.
        Assert.Equal(0.25, TimeMetrics.Concordance([4, 5, 0], [1, 2, 3], [true, false, false], [2, 1, 3]), 12);
    }

    [Fact]
    public void Only_predictions_with_events_have_a_concordance()
    {
        Predictions plain = Predictions.OfNumbers(TaskKind.Regression, [1, 2], [1, 2]);
        Predictions timed = Predictions.OfNumbers(TaskKind.Regression, [1, 2], [1, 2], events: [true, false]);
        Assert.Null(MetricCatalogue.Find("concordance").Evaluate(plain));
        Assert.Equal(1, MetricCatalogue.Find("c-index").Evaluate(timed));
        Assert.Throws<ArgumentException>(() => Predictions.OfNumbers(TaskKind.Regression, [1], [1], events: [true, false]));
    }
}
