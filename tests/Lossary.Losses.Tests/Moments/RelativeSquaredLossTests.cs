namespace Lossary.Losses.Tests;

public sealed class RelativeSquaredLossTests() : ArrayLaws<RelativeSquaredLoss>
{
    [Fact]
    public void The_mean_of_the_targets_costs_1()
    {
        LossInputs<double> inputs = TestInputs.Pair("prediction", [2, 2, 2], "target", [1, 2, 3]);
        Assert.Equal(1, ValueOf(inputs), 14);
        Assert.Equal([1, 0, -1], inputs["prediction"].Gradient.ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0.3)]
    [InlineData(0.7)]
    public void Targets_that_do_not_vary_cost_0_and_pull_nowhere(double target)
    {
        LossInputs<double> inputs = TestInputs.Pair("prediction", [1, 5, 4], "target", [target, target, target]);
        Assert.Equal(0, ValueOf(inputs));
        Assert.Equal([0, 0, 0], inputs["prediction"].Gradient.ToArray());
    }
}
