namespace Lossary.Losses.Tests;

public sealed class ZeroInflatedLogNormalLossTests() : ArrayLaws<ZeroInflatedLogNormalLoss>
{
    [Fact]
    public void A_zero_costs_its_own_probability() =>
        Assert.Equal(
            Math.Log(4),
            CostOf(("zero-logit", -Math.Log(3)), ("location", 1), ("log-scale", 0), ("target", 0)),
            13);

    [Fact]
    public void An_amount_is_log_normal()
    {
        double expected = Math.Log(4.0 / 3) + 4 + (0.5 * Math.Log(2 * Math.PI)) + Math.Log(2) + 1.125;
        double found = CostOf(
            ("zero-logit", -Math.Log(3)), ("location", 1), ("log-scale", Math.Log(2)), ("target", Math.Exp(4)));
        Assert.Equal(expected, found, 13);
    }
}
