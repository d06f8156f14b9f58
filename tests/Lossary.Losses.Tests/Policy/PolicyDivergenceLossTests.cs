namespace Lossary.Losses.Tests;

public sealed class PolicyDivergenceLossTests() : ArrayLaws<PolicyDivergenceLoss>
{
    [Fact]
    public void A_difference_of_1_costs_e_less_2() =>
        Assert.Equal(Math.E - 2, CostOf(("log-probability", -2), ("reference-log-probability", -1)), 13);

    [Fact]
    public void A_difference_of_a_millionth_keeps_its_digits() =>
        Assert.Equal(
            5.000001666667083e-13,
            CostOf(("log-probability", 0), ("reference-log-probability", 1e-06)),
            1e-24);
}
