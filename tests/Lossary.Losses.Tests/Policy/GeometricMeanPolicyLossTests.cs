using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GeometricMeanPolicyLossTests() : ArrayLaws<GeometricMeanPolicyLoss>
{
    [Theory]
    [InlineData(2, 0.15)]
    [InlineData(-2, 0.4)]
    public void Tokens_are_clipped_on_the_side_that_pays(double advantage, double mean)
    {
        // Differences 0.9, −0.1: above 0.4 clipped where the answer was good.
        LossInputs<double> inputs = new()
        {
            ["log-probability"] = Numbers(new Shape(1, 3), -0.1, -1.1, -7),
            ["old-log-probability"] = Numbers(new Shape(1, 3), -1, -1, -1),
            ["advantage"] = Numbers(new Shape(1), advantage),
            ["length"] = Numbers(new Shape(1), 2),
        };
        Assert.Equal(-advantage * Math.Exp(mean), ValueOf(inputs), 13);
    }
}
