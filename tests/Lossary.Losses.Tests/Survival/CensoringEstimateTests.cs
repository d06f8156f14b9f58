namespace Lossary.Losses.Tests;

public sealed class CensoringEstimateTests
{
    /// <summary>By hand: censored at 2 with three at risk, and at 4 with one; the event at 3 changes nothing.</summary>
    [Fact]
    public void It_is_the_product_limit_of_the_censored_times()
    {
        double[] times = [3, 1, 4, 2], events = [1, 1, 0, 0];
        Assert.Equal([1, 1, 1 - (1.0 / 3), 1 - (1.0 / 3), 0], CensoringEstimate.Before(times, events, [0.5, 2, 3, 4, 9]));
    }

    [Fact]
    public void Of_a_common_time_events_come_first()
    {
        double[] times = [2, 2, 5], events = [1, 0, 1];
        Assert.Equal([1, 0.5], CensoringEstimate.Before(times, events, [2, 5]));
    }

    [Fact]
    public void Events_of_another_length_are_refused() => Assert.Equal(
        "events", Assert.Throws<ArgumentException>(() => CensoringEstimate.Before([1, 2], [1], [1])).ParamName);
}
