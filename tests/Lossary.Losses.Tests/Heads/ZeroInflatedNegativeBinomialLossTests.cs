namespace Lossary.Losses.Tests;

public sealed class ZeroInflatedNegativeBinomialLossTests() : ArrayLaws<ZeroInflatedNegativeBinomialLoss>
{
    [Fact]
    public void A_zero_has_two_reasons() =>
        Assert.Equal(
            -Math.Log(0.25 + (0.75 / 3)),
            CostOf(("zero-logit", -Math.Log(3)), ("log-mean", Math.Log(2)), ("log-dispersion", 0), ("target", 0)),
            13);

    [Fact]
    public void A_count_of_3_has_one() =>
        Assert.Equal(
            -Math.Log(0.75 * 8 / 81),
            CostOf(("zero-logit", -Math.Log(3)), ("log-mean", Math.Log(2)), ("log-dispersion", 0), ("target", 3)),
            13);
}
