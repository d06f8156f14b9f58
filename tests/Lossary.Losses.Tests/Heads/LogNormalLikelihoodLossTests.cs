namespace Lossary.Losses.Tests;

public sealed class LogNormalLikelihoodLossTests() : ArrayLaws<LogNormalLikelihoodLoss>
{
    [Fact]
    public void A_target_of_e_to_the_4_is_one_and_a_half_scales_off()
    {
        double expected = 4 + (0.5 * Math.Log(2 * Math.PI)) + Math.Log(2) + 1.125;
        Assert.Equal(expected, CostOf(("location", 1), ("log-scale", Math.Log(2)), ("target", Math.Exp(4))), 13);
    }
}
