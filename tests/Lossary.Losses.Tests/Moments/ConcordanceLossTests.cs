namespace Lossary.Losses.Tests;

public sealed class ConcordanceLossTests() : ArrayLaws<ConcordanceLoss>
{
    [Fact]
    public void Four_samples_by_hand()
    {
        // Covariance 1/2, variances 5/4 and 1, means 5/2 and 1.
        double found = ValueOf(TestInputs.Pair("prediction", [1, 2, 3, 4], "target", [0, 2, 0, 2]));
        Assert.Equal(1 - (2 * 0.5 / (1.25 + 1 + 2.25)), found, 14);
    }

    [Fact]
    public void Unlike_the_correlation_it_sees_level_and_scale()
    {
        Assert.Equal(0, ValueOf(TestInputs.Pair("prediction", [1, 2, 4], "target", [1, 2, 4])), 14);
        Assert.True(ValueOf(TestInputs.Pair("prediction", [10, 12, 16], "target", [1, 2, 4])) > 0.5);
    }

    [Fact]
    public void Equal_constants_cost_0_and_pull_nowhere()
    {
        LossInputs<double> inputs = TestInputs.Pair("prediction", [3, 3], "target", [3, 3]);
        Assert.Equal(0, ValueOf(inputs));
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}
