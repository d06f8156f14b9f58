namespace Lossary.Losses.Tests;

public sealed class KahnemanTverskyLossTests() : ArrayLaws<KahnemanTverskyLoss>(0.1, 1, 1.5)
{
    [Fact]
    public void A_good_answer_that_gained_2_at_a_divergence_of_half_costs_what_its_value_lacks() =>
        Assert.Equal(
            1 / (1 + Math.Exp(0.15)),
            CostOf(("policy", -1), ("reference", -3), ("desirable", 1), ("divergence", 0.5)),
            13);

    [Fact]
    public void A_bad_answer_weighs_one_and_a_half() =>
        Assert.Equal(1.5 / (1 + Math.Exp(-0.2)), CostOf(("policy", -1), ("reference", -3), ("desirable", 0)), 13);
}
