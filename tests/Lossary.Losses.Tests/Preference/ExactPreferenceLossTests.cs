namespace Lossary.Losses.Tests;

public sealed class ExactPreferenceLossTests() : ArrayLaws<ExactPreferenceLoss>
{
    [Fact]
    public void It_is_the_divergence_of_two_coins()
    {
        double p = 1 / (1 + Math.Exp(-0.2));
        double expected = (p * Math.Log(p / 0.999)) + ((1 - p) * Math.Log((1 - p) / 0.001));
        Assert.Equal(expected, CostOf(("policy-chosen", 2), ("policy-rejected", 0)), 13);
    }

    [Fact]
    public void It_is_0_where_the_policy_implies_the_smoothed_preference()
    {
        Assert.Equal(0, CostOf(("policy-chosen", Math.Log(999) / 0.1), ("policy-rejected", 0)), 12);
    }
}
