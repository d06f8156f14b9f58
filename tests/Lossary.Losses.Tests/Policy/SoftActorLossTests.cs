namespace Lossary.Losses.Tests;

public sealed class SoftActorLossTests() : ArrayLaws<SoftActorLoss>
{
    [Fact]
    public void The_smaller_value_counts() =>
        Assert.Equal(-0.4 - 3, CostOf(("log-probability", -2), ("first", 3), ("second", 5)), 14);
}
