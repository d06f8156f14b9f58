namespace Lossary.Losses.Tests;

public sealed class GroupRelativePolicyLossTests() : ArrayLaws<GroupRelativePolicyLoss>(0.2, 0.28, 0.04)
{
    [Fact]
    public void A_token_costs_its_clipped_ratio_and_its_divergence()
    {
        double d = -1 - Math.Log(1.25);
        double expected = (0.04 * (Math.Exp(d) - d - 1)) - (1.25 * 2);
        double found = CostOf(
            ("log-probability", Math.Log(1.25)), ("old-log-probability", 0), ("advantage", 2),
            ("reference-log-probability", -1));
        Assert.Equal(expected, found, 14);
    }
}
