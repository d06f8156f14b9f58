namespace Lossary.Losses.Tests;

public sealed class CensoredSquaredLossTests() : ArrayLaws<CensoredSquaredLoss>
{
    [Fact]
    public void An_event_counts_by_how_few_are_still_seen_by_then() =>
        Assert.Equal(9 / 0.4, CostOf(("prediction", 5), ("time", 2), ("event", 1), ("uncensored", 0.4)), 13);

    [Fact]
    public void A_censored_time_costs_nothing() =>
        Assert.Equal(0, CostOf(("prediction", 5), ("time", 2), ("event", 0), ("uncensored", 0.4)));
}
