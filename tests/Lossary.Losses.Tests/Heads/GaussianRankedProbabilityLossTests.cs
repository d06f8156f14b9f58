namespace Lossary.Losses.Tests;

public sealed class GaussianRankedProbabilityLossTests() : ArrayLaws<GaussianRankedProbabilityLoss>
{
    [Fact]
    public void A_residual_of_one_and_a_half_scales() =>
        Assert.Equal(
            2 * ((1.5 * ((2 * 0.9331927987311419) - 1)) + (2 * 0.12951759566589174) - (1 / Math.Sqrt(Math.PI))),
            CostOf(("mean", 1), ("log-scale", Math.Log(2)), ("target", 4)),
            13);

    [Fact]
    public void A_point_mass_costs_the_absolute_error()
    {
        Assert.Equal(3, CostOf(("mean", 1), ("log-scale", -40), ("target", 4)), 13);
    }
}
