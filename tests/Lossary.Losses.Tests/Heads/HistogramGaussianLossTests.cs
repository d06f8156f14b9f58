using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class HistogramGaussianLossTests() : ArrayLaws<HistogramGaussianLoss>(-1, 1, 0.75)
{
    [Fact]
    public void Equal_logits_cost_the_logarithm_of_the_bins_whatever_the_target()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(2, 4), 1, 1, 1, 1, 1, 1, 1, 1),
            ["target"] = Numbers(new Shape(2), 0.3, 99),
        };
        Assert.Equal(Math.Log(4), ValueOf(inputs), 13);
    }

    [Fact]
    public void A_target_in_the_middle_of_two_bins_is_shared_by_both()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 2), 0.7, -0.4),
            ["target"] = Numbers(new Shape(1), 0),
        };
        double p = 1 / (1 + Math.Exp(-1.1));
        Assert.Equal(-0.5 * (Math.Log(p) + Math.Log(1 - p)), ValueOf(inputs), 13);
    }
}
