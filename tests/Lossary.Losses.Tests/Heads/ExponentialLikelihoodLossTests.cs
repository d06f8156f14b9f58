namespace Lossary.Losses.Tests;

public sealed class ExponentialLikelihoodLossTests() : ArrayLaws<ExponentialLikelihoodLoss>
{
    [Fact]
    public void A_wait_of_3_at_a_mean_of_2() =>
        Assert.Equal(Math.Log(2) + 1.5, CostOf(("log-mean", Math.Log(2)), ("target", 3)), 13);
}
