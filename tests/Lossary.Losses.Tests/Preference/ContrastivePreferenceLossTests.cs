namespace Lossary.Losses.Tests;

public sealed class ContrastivePreferenceLossTests() : ArrayLaws<ContrastivePreferenceLoss>
{
    [Fact]
    public void It_is_dpo_without_a_reference_and_the_chosen_likelihood() =>
        Assert.Equal(Math.Log(1 + Math.Exp(-0.3)) + 2, CostOf(("policy-chosen", -2), ("policy-rejected", -5)), 13);
}
