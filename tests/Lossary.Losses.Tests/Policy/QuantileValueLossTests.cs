using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class QuantileValueLossTests() : ArrayLaws<QuantileValueLoss>
{
    [Fact]
    public void Two_quantiles_against_one_sample_weigh_their_levels()
    {
        LossInputs<double> inputs = new()
        {
            ["quantiles"] = new(new Shape(1, 2), new double[] { 0, 4 }),
            ["target"] = new(new Shape(1, 1), new double[] { 3 }),
        };
        Assert.Equal((0.25 * 2.5) + (0.25 * 0.5), ValueOf(inputs), 14);
    }
}
