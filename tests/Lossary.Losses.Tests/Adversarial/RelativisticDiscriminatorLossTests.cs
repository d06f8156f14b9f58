namespace Lossary.Losses.Tests;

public sealed class RelativisticDiscriminatorLossTests() : ArrayLaws<RelativisticDiscriminatorLoss>
{
    [Fact]
    public void A_lead_of_3_costs_its_logistic_loss() =>
        Assert.Equal(Math.Log(1 + Math.Exp(-3)), CostOf(("real", 2), ("fake", -1)), 13);
}
