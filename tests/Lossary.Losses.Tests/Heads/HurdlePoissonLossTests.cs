namespace Lossary.Losses.Tests;

public sealed class HurdlePoissonLossTests() : ArrayLaws<HurdlePoissonLoss>
{
    [Fact]
    public void A_zero_costs_its_own_probability() =>
        Assert.Equal(Math.Log(4), CostOf(("zero-logit", -Math.Log(3)), ("log-mean", Math.Log(2)), ("target", 0)), 13);

    [Fact]
    public void A_count_of_3_is_Poisson_without_0() =>
        Assert.Equal(
            -Math.Log(0.75 * Math.Exp(-2) * 8 / 6 / (1 - Math.Exp(-2))),
            CostOf(("zero-logit", -Math.Log(3)), ("log-mean", Math.Log(2)), ("target", 3)),
            13);

    [Fact]
    public void A_count_of_1_at_a_mean_of_nothing_costs_nothing_more() =>
        Assert.Equal(Math.Log(4.0 / 3), CostOf(("zero-logit", -Math.Log(3)), ("log-mean", -100), ("target", 1)), 13);
}
