using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class RootMeanSquaredLossTests() : ArrayLaws<RootMeanSquaredLoss>
{
    [Fact]
    public void Residuals_of_3_and_4_have_a_root_mean_square_of_the_root_of_12_and_a_half()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(2), [3.0, 4.0]),
            ["target"] = new(new Shape(2), new double[2]),
        };
        Assert.Equal(Math.Sqrt(12.5), new RootMeanSquaredLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(3 / (2 * Math.Sqrt(12.5)), inputs["prediction"].Gradient[0], 14);
    }

    [Fact]
    public void A_perfect_prediction_costs_0_and_pulls_nowhere()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(2), [3.0, 4.0]),
            ["target"] = new(new Shape(2), new double[] { 3, 4 }),
        };
        Assert.Equal(0, new RootMeanSquaredLoss().Evaluate(inputs).Mean);
        Assert.Equal([0, 0], inputs["prediction"].Gradient.ToArray());
    }
}
