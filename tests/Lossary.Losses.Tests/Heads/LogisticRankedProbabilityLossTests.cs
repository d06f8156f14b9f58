namespace Lossary.Losses.Tests;

public sealed class LogisticRankedProbabilityLossTests() : ArrayLaws<LogisticRankedProbabilityLoss>
{
    [Fact]
    public void A_residual_of_one_and_a_half_scales() =>
        Assert.Equal(
            2 * (1.5 + (2 * Math.Log(1 + Math.Exp(-1.5))) - 1),
            CostOf(("location", 1), ("log-scale", Math.Log(2)), ("target", 4)),
            13);

    [Fact]
    public void A_point_mass_costs_the_absolute_error()
    {
        Assert.Equal(3, CostOf(("location", 1), ("log-scale", -40), ("target", 4)), 13);
    }
}
