namespace Lossary.Losses.Tests;

public sealed class DirectPreferenceLossTests() : ArrayLaws<DirectPreferenceLoss>
{
    [Fact]
    public void A_lead_of_2_at_a_beta_of_one_tenth_costs_the_logarithm_of_1_plus_e_to_minus_0_2() =>
        Assert.Equal(
            Math.Log(1 + Math.Exp(-0.2)),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);

    [Fact]
    public void Without_a_reference_it_is_the_lead_of_the_policy()
    {
        double alone = CostOf(("policy-chosen", -2), ("policy-rejected", -5));
        Assert.Equal(Math.Log(1 + Math.Exp(-0.3)), alone, 14);
    }

    [Fact]
    public void A_lead_of_a_million_neither_way_overflows()
    {
        Assert.Equal(0, CostOf(("policy-chosen", 1e7), ("policy-rejected", 0)));
        Assert.Equal(1e6, CostOf(("policy-chosen", 0), ("policy-rejected", 1e7)), 6);
    }
}
