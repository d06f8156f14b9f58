using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class GaussianLossTests() : ArrayLaws<GaussianLoss>
{
    [Fact]
    public void A_residual_of_3_at_a_variance_of_4_costs_half_of_log_4_plus_9_quarters()
    {
        LossInputs<double> inputs = new()
        {
            ["mean"] = Tensor<double>.Variable(new Shape(1), [1.0]),
            ["log-variance"] = Tensor<double>.Variable(new Shape(1), [Math.Log(4)]),
            ["target"] = new(new Shape(1), new double[] { 4 }),
        };
        Assert.Equal(0.5 * (Math.Log(4) + 2.25), new GaussianLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(-0.75, inputs["mean"].Gradient[0], 14);
        Assert.Equal(0.5 * (1 - 2.25), inputs["log-variance"].Gradient[0], 14);
    }
}
