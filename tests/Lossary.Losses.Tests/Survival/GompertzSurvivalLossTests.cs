namespace Lossary.Losses.Tests;

public sealed class GompertzSurvivalLossTests() : ArrayLaws<GompertzSurvivalLoss>
{
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void It_is_the_cumulative_hazard_less_the_logarithm_of_the_hazard_at_an_event(double seen)
    {
        double hazard = 0.1 * (Math.Exp(0.3 * 2) - 1) / 0.3, log = Math.Log(0.1) + 0.6;
        double cost = CostOf(("log-hazard", Math.Log(0.1)), ("growth", 0.3), ("time", 2), ("event", seen));
        Assert.Equal(hazard - (seen * log), cost, 14);
    }

    [Fact]
    public void Without_growth_it_is_that_of_a_constant_hazard()
    {
        double cost = CostOf(("log-hazard", Math.Log(0.1)), ("growth", 0), ("time", 2), ("event", 1));
        Assert.Equal(0.2 - Math.Log(0.1), cost, 14);
    }
}
