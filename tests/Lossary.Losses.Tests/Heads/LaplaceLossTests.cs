namespace Lossary.Losses.Tests;

public sealed class LaplaceLossTests() : ArrayLaws<LaplaceLoss>
{
    [Fact]
    public void A_residual_of_3_at_a_scale_of_2_costs_log_4_and_one_and_a_half() =>
        Assert.Equal(Math.Log(4) + 1.5, CostOf(("location", 1), ("log-scale", Math.Log(2)), ("target", 4)), 13);
}
