namespace Lossary.Losses.Tests;

public sealed class IdentityPreferenceLossTests() : ArrayLaws<IdentityPreferenceLoss>
{
    [Fact]
    public void A_lead_of_2_is_short_of_5_by_3() =>
        Assert.Equal(
            9,
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);

    [Fact]
    public void A_lead_of_5_is_enough_and_one_of_7_too_much()
    {
        Assert.Equal(0, CostOf(("policy-chosen", 5), ("policy-rejected", 0)), 14);
        Assert.Equal(4, CostOf(("policy-chosen", 7), ("policy-rejected", 0)), 14);
    }
}
