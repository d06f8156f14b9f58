namespace Lossary.Losses.Tests;

public sealed class RobustDirectPreferenceLossTests() : ArrayLaws<RobustDirectPreferenceLoss>
{
    [Fact]
    public void A_lead_of_2_costs_the_difference_of_both_sides() =>
        Assert.Equal(
            ((0.9 * Math.Log(1 + Math.Exp(-0.2))) - (0.1 * Math.Log(1 + Math.Exp(0.2)))) / 0.8,
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);

    [Fact]
    public void Over_flips_of_its_rate_it_is_dpo_on_average()
    {
        double kept = CostOf(("policy-chosen", 3), ("policy-rejected", 1));
        double flipped = CostOf(("policy-chosen", 1), ("policy-rejected", 3));
        Assert.Equal(Math.Log(1 + Math.Exp(-0.2)), (0.9 * kept) + (0.1 * flipped), 14);
    }
}
