namespace Lossary.Losses.Tests;

public sealed class UncertaintyWeightingLossTests() : ArrayLaws<UncertaintyWeightingLoss>
{
    [Fact]
    public void The_best_log_variance_is_the_logarithm_of_the_loss()
    {
        LossInputs<double> inputs = new()
        {
            ["loss"] = TestInputs.Variable([2], 3, 0.5),
            ["log-variance"] = TestInputs.Variable([2], Math.Log(3), Math.Log(0.5)),
        };
        Assert.Equal((1 + Math.Log(3) + 1 + Math.Log(0.5)) / 2, ValueOf(inputs), 14);
        Assert.All(inputs["log-variance"].Gradient.ToArray(), slope => Assert.Equal(0, slope, 14));
    }
}
