using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class LogMagnitudeLossTests() : ArrayLaws<LogMagnitudeLoss>(0.01)
{
    [Fact]
    public void Twice_the_magnitude_and_half_of_it_cost_log_2()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(2), [4.0, 1]),
            ["target"] = new(new Shape(2), new double[] { 2, 2 }),
        };
        Assert.Equal(Math.Log(2), new LogMagnitudeLoss(0).Evaluate(inputs).Mean, 14);
        Assert.Equal([0.125, -0.5], inputs["prediction"].Gradient.ToArray());
    }
}
