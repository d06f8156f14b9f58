namespace Lossary.Losses.Tests;

public sealed class ForwardDivergencePreferenceLossTests() : ArrayLaws<ForwardDivergencePreferenceLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_differ_by_e_less_1_over_e() =>
        Assert.Equal(
            Math.Log(1 + Math.Exp(-0.1 * (Math.E - (1 / Math.E)))),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);
}
