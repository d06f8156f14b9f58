namespace Lossary.Losses.Tests;

public sealed class GammaLikelihoodLossTests() : ArrayLaws<GammaLikelihoodLoss>
{
    [Fact]
    public void A_shape_of_1_is_exponential() =>
        Assert.Equal(Math.Log(2) + 1.5, CostOf(("log-mean", Math.Log(2)), ("log-shape", 0), ("target", 3)), 13);

    [Fact]
    public void A_shape_of_3_is_the_density_by_hand() =>
        Assert.Equal(
            -Math.Log(27.0 / 8 / 2 * 9) + 4.5,
            CostOf(("log-mean", Math.Log(2)), ("log-shape", Math.Log(3)), ("target", 3)),
            13);

    [Fact]
    public void A_large_shape_is_Gaussian_near_the_mean()
    {
        // Mean 1, variance 1e-8; the next term of the expansion is 1e-4 of a scale.
        double found = CostOf(("log-mean", 0), ("log-shape", Math.Log(1e8)), ("target", 1));
        Assert.Equal(0.5 * Math.Log(2 * Math.PI * 1e-8), found, 8);
    }
}
