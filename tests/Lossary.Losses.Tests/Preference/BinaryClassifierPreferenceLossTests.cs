namespace Lossary.Losses.Tests;

public sealed class BinaryClassifierPreferenceLossTests() : ArrayLaws<BinaryClassifierPreferenceLoss>
{
    [Fact]
    public void Gains_of_1_and_minus_1_about_a_shift_cost_two_logistic_terms() =>
        Assert.Equal(
            Math.Log(1 + Math.Exp(-0.1 + 0.5)) + Math.Log(1 + Math.Exp(-0.1 - 0.5)),
            CostOf(
                ("policy-chosen", -2),
                ("policy-rejected", -5),
                ("reference-chosen", -3),
                ("reference-rejected", -4),
                ("shift", 0.5)),
            13);
}
