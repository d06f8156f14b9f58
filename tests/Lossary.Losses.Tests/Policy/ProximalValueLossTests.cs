namespace Lossary.Losses.Tests;

public sealed class ProximalValueLossTests() : ArrayLaws<ProximalValueLoss>
{
    [Fact]
    public void A_value_of_1_moved_from_0_is_judged_at_a_fifth_where_that_is_worse() =>
        Assert.Equal(0.5 * 1.8 * 1.8, CostOf(("value", 1), ("old-value", 0), ("return", 2)), 13);

    [Fact]
    public void A_value_that_moved_away_counts_in_full() =>
        Assert.Equal(0.5 * 9, CostOf(("value", -1), ("old-value", 0), ("return", 2)), 13);
}
