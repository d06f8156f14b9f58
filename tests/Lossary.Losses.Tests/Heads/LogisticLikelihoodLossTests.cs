namespace Lossary.Losses.Tests;

public sealed class LogisticLikelihoodLossTests() : ArrayLaws<LogisticLikelihoodLoss>
{
    [Fact]
    public void A_residual_of_one_and_a_half_scales() =>
        Assert.Equal(
            Math.Log(2) + 1.5 + (2 * Math.Log(1 + Math.Exp(-1.5))),
            CostOf(("location", 1), ("log-scale", Math.Log(2)), ("target", 4)),
            13);
}
