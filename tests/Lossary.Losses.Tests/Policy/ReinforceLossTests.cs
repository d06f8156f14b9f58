namespace Lossary.Losses.Tests;

public sealed class ReinforceLossTests() : ArrayLaws<ReinforceLoss>
{
    [Fact]
    public void A_return_2_above_the_baseline_weighs_the_log_probability() =>
        Assert.Equal(6, CostOf(("log-probability", -3), ("return", 5), ("baseline", 3)), 13);
}
