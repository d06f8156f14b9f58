namespace Lossary.Losses.Tests;

public sealed class LaplaceRankedProbabilityLossTests() : ArrayLaws<LaplaceRankedProbabilityLoss>
{
    [Fact]
    public void A_residual_of_one_and_a_half_scales() =>
        Assert.Equal(
            3 + (2 * (Math.Exp(-1.5) - 0.75)),
            CostOf(("location", 1), ("log-scale", Math.Log(2)), ("target", 4)),
            13);

    [Fact]
    public void A_point_mass_costs_the_absolute_error()
    {
        Assert.Equal(3, CostOf(("location", 1), ("log-scale", -40), ("target", 4)), 13);
    }
}
