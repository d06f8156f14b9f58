using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SoftDtwDivergenceLossTests() : ArrayLaws<SoftDtwDivergenceLoss>
{
    [Fact]
    public void Equal_series_cost_0_and_pull_nowhere()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(1, 3, 1), [0.0, 1, 5]),
            ["target"] = new(new Shape(1, 3, 1), new double[] { 0, 1, 5 }),
        };
        Assert.Equal(0, new SoftDtwDivergenceLoss(1).Evaluate(inputs).Mean, 12);
        Assert.All(inputs["prediction"].Gradient.ToArray(), slope => Assert.Equal(0, slope, 12));
        inputs["prediction"].Values[1] = 1.5;
        Assert.True(new SoftDtwDivergenceLoss(1).Evaluate(inputs).Mean > 0);
    }
}
