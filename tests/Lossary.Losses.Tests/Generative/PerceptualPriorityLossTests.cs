using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class PerceptualPriorityLossTests() : ArrayLaws<PerceptualPriorityLoss>
{
    [Fact]
    public void Ratios_of_2_and_20_weigh_a_third_and_a_21st()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(2, 2), 1, 3, 1, 3),
            ["target"] = Numbers(new Shape(2, 2), 0, 0, 0, 0),
            ["signal-to-noise"] = Numbers(new Shape(2), 2, 20),
        };
        Assert.Equal(0.5 * 5 * ((1.0 / 3) + (1.0 / 21)), ValueOf(inputs), 13);
    }
}
