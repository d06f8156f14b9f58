namespace Lossary.Losses.Tests;

public sealed class AnchoredPreferenceDownLossTests() : ArrayLaws<AnchoredPreferenceDownLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_cost_two_sigmoids() =>
        Assert.Equal(
            (1 / (1 + Math.Exp(-0.1))) + (1 / (1 + Math.Exp(0.2))),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);
}
