namespace Lossary.Losses.Tests;

public sealed class TemporalDifferenceHuberLossTests() : ArrayLaws<TemporalDifferenceHuberLoss>
{
    [Fact]
    public void A_value_of_3_is_7_9_short_of_what_follows() =>
        Assert.Equal(7.4, CostOf(("value", 3), ("reward", 1), ("next-value", 10), ("done", 0)), 12);
}
