namespace Lossary.Losses.Tests;

public sealed class CauchyLikelihoodLossTests() : ArrayLaws<CauchyLikelihoodLoss>
{
    [Fact]
    public void A_residual_of_one_and_a_half_scales() =>
        Assert.Equal(
            Math.Log(Math.PI) + Math.Log(2) + Math.Log(1 + 2.25),
            CostOf(("location", 1), ("log-scale", Math.Log(2)), ("target", 4)),
            13);
}
