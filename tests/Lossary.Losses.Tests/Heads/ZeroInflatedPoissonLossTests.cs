namespace Lossary.Losses.Tests;

public sealed class ZeroInflatedPoissonLossTests() : ArrayLaws<ZeroInflatedPoissonLoss>
{
    [Fact]
    public void A_zero_has_two_reasons() =>
        Assert.Equal(
            -Math.Log(0.25 + (0.75 * Math.Exp(-2))),
            CostOf(("zero-logit", -Math.Log(3)), ("log-mean", Math.Log(2)), ("target", 0)),
            13);

    [Fact]
    public void A_count_of_3_has_one() =>
        Assert.Equal(
            -Math.Log(0.75 * Math.Exp(-2) * 8 / 6),
            CostOf(("zero-logit", -Math.Log(3)), ("log-mean", Math.Log(2)), ("target", 3)),
            13);

    [Fact]
    public void Without_extra_zeros_it_is_Poisson_and_far_out_it_is_finite()
    {
        Assert.Equal(2, CostOf(("zero-logit", -800), ("log-mean", Math.Log(2)), ("target", 0)), 13);
        LossInputs<double> inputs = Given(("zero-logit", [0.5]), ("log-mean", [200.0]), ("target", [0.0]));
        Assert.Equal(Math.Log(1 + Math.Exp(-0.5)), ValueOf(inputs), 13);
        Assert.Equal(0, inputs["log-mean"].Gradient[0]);
    }
}
