namespace Lossary.Losses.Tests;

public sealed class AdvantageWeightedRegressionLossTests() : ArrayLaws<AdvantageWeightedRegressionLoss>
{
    [Fact]
    public void An_advantage_of_1_weighs_e() =>
        Assert.Equal(3 * Math.E, CostOf(("log-probability", -3), ("advantage", 1)), 13);

    [Fact]
    public void An_advantage_of_a_thousand_weighs_the_limit() =>
        Assert.Equal(60, CostOf(("log-probability", -3), ("advantage", 1000)), 13);
}
