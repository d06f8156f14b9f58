using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SpectralConvergenceLossTests() : ArrayLaws<SpectralConvergenceLoss>
{
    [Fact]
    public void An_error_of_3_and_4_beside_a_spectrogram_of_size_10_costs_a_half()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(1, 1, 2), [9.0, 12]),
            ["target"] = new(new Shape(1, 1, 2), new double[] { 6, 8 }),
        };
        Assert.Equal(0.5, new SpectralConvergenceLoss().Evaluate(inputs).Mean, 14);
        Assert.Equal(0.06, inputs["prediction"].Gradient[0], 14);
    }

    [Fact]
    public void A_silent_target_costs_0()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(1, 1, 2), [9.0, 12]),
            ["target"] = new(new Shape(1, 1, 2), new double[2]),
        };
        Assert.Equal(0, new SpectralConvergenceLoss().Evaluate(inputs).Mean);
    }
}
