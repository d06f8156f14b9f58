using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class WassersteinDiceLossTests() : ArrayLaws<WassersteinDiceLoss>
{
    [Fact]
    public void A_near_class_costs_half_of_a_far_one()
    {
        // One pixel of class 1; of its probability ½ is right, ¼ is on a class half as far as the background.
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(1, 3, 1), Math.Log(0.25), Math.Log(0.5), Math.Log(0.25)),
            ["label"] = Numbers(new Shape(1, 1), 1),
            ["distance"] = Numbers(new Shape(3, 3), 0, 2, 2, 2, 0, 1, 2, 1, 0),
        };
        double error = 0.25 + 0.125;
        double expected = 1 - (2 * (1 - error) / ((2 * (1 - error)) + error));
        Assert.Equal(expected, new WassersteinDiceLoss(0).Evaluate(inputs).Mean, 14);
    }
}
