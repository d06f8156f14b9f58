namespace Lossary.Losses.Tests;

public sealed class DualClipPolicyLossTests() : ArrayLaws<DualClipPolicyLoss>
{
    [Theory]
    [InlineData(10, -2, 6)]
    [InlineData(2, -2, 4)]
    [InlineData(2, 2, -2.4)]
    [InlineData(0.5, -2, 1.6)]
    public void Bad_actions_are_bounded_too(double ratio, double advantage, double cost) => Assert.Equal(
        cost,
        CostOf(("log-probability", Math.Log(ratio)), ("old-log-probability", 0), ("advantage", advantage)),
        13);
}
