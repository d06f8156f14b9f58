namespace Lossary.Losses.Tests;

public sealed class CensoredBrierLossTests() : ArrayLaws<CensoredBrierLoss>
{
    [Theory]
    [InlineData(2, 0, 0.5, 0.16 / 0.5)]
    [InlineData(0.7, 1, 0.8, 0.36 / 0.8)]
    [InlineData(0.7, 0, 0.8, 0)]
    [InlineData(0.7, 1, 0.01, 0.36 / 0.05)]
    public void Decided_rows_weigh_for_those_that_are_not(double time, double seen, double uncensored, double cost) =>
        Assert.Equal(cost, CostOf(("survival", 0.6), ("time", time), ("event", seen), ("uncensored", uncensored)), 14);
}
