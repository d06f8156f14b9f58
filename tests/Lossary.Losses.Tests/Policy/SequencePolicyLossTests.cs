using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SequencePolicyLossTests() : ArrayLaws<SequencePolicyLoss>(0.2)
{
    [Fact]
    public void The_ratio_is_the_geometric_mean_over_the_tokens_that_an_answer_has()
    {
        LossInputs<double> inputs = new()
        {
            ["log-probability"] = new(new Shape(1, 3), new double[] { -1, -2, -99 }),
            ["old-log-probability"] = new(new Shape(1, 3), new double[] { -1.5, -2.1, -3 }),
            ["advantage"] = new(new Shape(1), new double[] { -2 }),
            ["length"] = new(new Shape(1), new double[] { 2 }),
        };
        Assert.Equal(2 * Math.Exp(0.3), ValueOf(inputs), 14);
    }
}
