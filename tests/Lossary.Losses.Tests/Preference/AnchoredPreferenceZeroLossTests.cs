namespace Lossary.Losses.Tests;

public sealed class AnchoredPreferenceZeroLossTests() : ArrayLaws<AnchoredPreferenceZeroLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_cost_twice_the_sigmoid_of_minus_a_tenth() =>
        Assert.Equal(
            2 / (1 + Math.Exp(0.1)),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4)),
            13);
}
