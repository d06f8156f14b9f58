namespace Lossary.Losses.Tests;

public sealed class WassersteinGeneratorLossTests() : ArrayLaws<WassersteinGeneratorLoss>
{
    [Fact]
    public void A_score_of_minus_1_costs_1() =>
        Assert.Equal(1, CostOf(("fake", -1)), 13);
}
