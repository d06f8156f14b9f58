namespace Lossary.Losses.Tests;

public sealed class SequenceLikelihoodCalibrationLossTests() : ArrayLaws<SequenceLikelihoodCalibrationLoss>
{
    [Fact]
    public void A_lead_of_2_is_short_of_1_by_0_8() =>
        Assert.Equal(
            0.8,
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);

    [Fact]
    public void A_lead_of_more_than_1_over_beta_costs_nothing() =>
        Assert.Equal(0, CostOf(("policy-chosen", 11), ("policy-rejected", 0)), 13);
}
