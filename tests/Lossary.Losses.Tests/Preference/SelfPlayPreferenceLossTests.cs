namespace Lossary.Losses.Tests;

public sealed class SelfPlayPreferenceLossTests() : ArrayLaws<SelfPlayPreferenceLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_are_short_of_5_by_4_each() =>
        Assert.Equal(
            32,
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);
}
