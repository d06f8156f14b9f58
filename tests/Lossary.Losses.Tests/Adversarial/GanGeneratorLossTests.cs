namespace Lossary.Losses.Tests;

public sealed class GanGeneratorLossTests() : ArrayLaws<GanGeneratorLoss>
{
    [Fact]
    public void A_logit_of_minus_1_costs_its_cross_entropy() =>
        Assert.Equal(Math.Log(1 + Math.Exp(1)), CostOf(("fake", -1)), 13);
}
