using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class DistributionBalancedLossTests() : ArrayLaws<DistributionBalancedLoss>
{
    [Fact]
    public void Rare_labels_that_come_with_others_weigh_more_and_absent_ones_are_spared()
    {
        LossInputs<double> inputs = new()
        {
            ["score"] = Numbers(new Shape(1, 2), 0.4, -0.3),
            ["label"] = Numbers(new Shape(1, 2), 1, 0),
            ["prior"] = Numbers(new Shape(2), 0.5, 0.2),
        };

        // r̂ = 1 and 2.5; the first label has no bias, as it is as often there as not.
        double first = (0.1 + Sigmoid(10 * 0.7)) * Math.Log(1 + Math.Exp(-0.4));
        double shifted = -0.3 - (0.05 * Math.Log(4));
        double second = (0.1 + Sigmoid(10 * 2.2)) * Math.Log(1 + Math.Exp(2 * shifted)) / 2;
        Assert.Equal((first + second) / 2, ValueOf(inputs), 14);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
