using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PermutationInvariantSiSdrLossTests() : ArrayLaws<PermutationInvariantSiSdrLoss>
{
    [Fact]
    public void It_is_the_mean_ratio_of_the_sources_in_their_best_order()
    {
        double[] first = [0.9, -0.4, 0.3, -1], second = [-0.2, 1.1, 0.4, -0.6];
        double[] one = [0.1, 1, 0.5, -0.7], other = [1, -0.5, 0.2, -0.8];
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 2, 4), [.. first, .. second]),
            ["target"] = Numbers(new Shape(1, 2, 4), [.. one, .. other]),
        };
        Assert.Equal(0.5 * (Ratio(first, other) + Ratio(second, one)), ValueOf(inputs), 13);
    }

    private static double Ratio(double[] prediction, double[] target)
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 4), prediction),
            ["target"] = Numbers(new Shape(1, 4), target),
        };
        return new SiSdrLoss(1, 1e-8).Evaluate(inputs).Mean;
    }
}
