namespace Lossary.Losses.Tests;

public sealed class GaussianDivergenceLossTests() : ArrayLaws<GaussianDivergenceLoss>
{
    [Fact]
    public void Means_1_apart_and_variances_1_and_4() =>
        Assert.Equal(
            0.5 * (0.25 - 1 + Math.Log(4) + 0.25),
            CostOf(("mean", 1), ("log-variance", 0), ("prior-mean", 0), ("prior-log-variance", Math.Log(4))),
            13);

    [Fact]
    public void A_distribution_does_not_diverge_from_itself() =>
        Assert.Equal(0, CostOf(("mean", 1), ("log-variance", 2), ("prior-mean", 1), ("prior-log-variance", 2)), 13);
}
