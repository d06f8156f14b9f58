namespace Lossary.Losses.Tests;

public sealed class TemporalDifferenceLossTests() : ArrayLaws<TemporalDifferenceLoss>
{
    [Fact]
    public void A_value_of_3_is_7_9_short_of_what_follows() =>
        Assert.Equal(0.5 * 7.9 * 7.9, CostOf(("value", 3), ("reward", 1), ("next-value", 10), ("done", 0)), 12);

    [Fact]
    public void At_the_end_only_the_reward_counts() =>
        Assert.Equal(2, CostOf(("value", 3), ("reward", 1), ("next-value", 10), ("done", 1)), 13);
}
