namespace Lossary.Losses.Tests;

public sealed class WassersteinCriticLossTests() : ArrayLaws<WassersteinCriticLoss>
{
    [Fact]
    public void A_lead_of_3_costs_minus_3() =>
        Assert.Equal(-3, CostOf(("real", 2), ("fake", -1)), 13);
}
