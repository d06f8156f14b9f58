namespace Lossary.Losses.Tests;

public sealed class SimplePreferenceLossTests() : ArrayLaws<SimplePreferenceLoss>
{
    [Fact]
    public void Means_of_minus_1_and_minus_2_a_token_lead_by_1() =>
        Assert.Equal(
            Math.Log(1 + Math.Exp(-(2 * 1) + 0.5)),
            CostOf(("policy-chosen", -4), ("policy-rejected", -6), ("chosen-length", 4), ("rejected-length", 3)),
            13);
}
