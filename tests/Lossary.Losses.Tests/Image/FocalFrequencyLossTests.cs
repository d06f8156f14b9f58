using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class FocalFrequencyLossTests() : ArrayLaws<FocalFrequencyLoss>
{
    // The weights of the frequencies are constants.
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void Without_alpha_it_is_the_mean_square_of_the_pixels_as_energies_are_kept()
    {
        double[] pixels = [0.5, -1, 2, 0.25, 3, -0.75];
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Tensor<double>.Variable(new Shape(1, 2, 3, 1), pixels),
            ["target"] = Numbers(new Shape(1, 2, 3, 1), new double[6]),
        };
        Assert.Equal(pixels.Average(x => x * x), new FocalFrequencyLoss(0).Evaluate(inputs).Mean, 13);
        Assert.Equal(pixels[2] / 3, inputs["prediction"].Gradient[2], 13);
    }

    [Fact]
    public void The_largest_frequency_counts_whole_and_one_half_as_large_by_half()
    {
        // Two pixels a, b: energies (a + b)²/2 and (a − b)²/2.
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 1, 2, 1), 3, 1),
            ["target"] = Numbers(new Shape(1, 1, 2, 1), 0, 0),
        };
        Assert.Equal((8 + (2 * 0.5)) / 2, ValueOf(inputs), 13);
    }
}
