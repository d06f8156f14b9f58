namespace Lossary.Losses.Tests;

public sealed class WeibullLikelihoodLossTests() : ArrayLaws<WeibullLikelihoodLoss>
{
    [Fact]
    public void A_lifetime_of_3_at_a_scale_of_2_and_a_shape_of_3() =>
        Assert.Equal(
            -Math.Log(3.0 / 2 * 2.25) + 3.375,
            CostOf(("log-scale", Math.Log(2)), ("log-shape", Math.Log(3)), ("target", 3)),
            13);

    [Fact]
    public void A_shape_of_1_is_exponential() =>
        Assert.Equal(Math.Log(2) + 1.5, CostOf(("log-scale", Math.Log(2)), ("log-shape", 0), ("target", 3)), 13);
}
