namespace Lossary.Losses.Tests;

public sealed class DiscoveredPreferenceLossTests() : ArrayLaws<DiscoveredPreferenceLoss>
{
    [Fact]
    public void A_lead_of_2_is_blended_by_the_sigmoid_of_2()
    {
        // β h = 0.1, τ = 0.05.
        double weight = 1 / (1 + Math.Exp(-2));
        double expected = ((1 - weight) * Math.Log(1 + Math.Exp(-0.1))) + (weight * Math.Exp(-0.1));
        double found = CostOf(
            ("policy-chosen", -2), ("policy-rejected", -5), ("reference-chosen", -3), ("reference-rejected", -4));
        Assert.Equal(expected, found, 14);
    }
}
