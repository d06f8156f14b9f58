using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MinimumSignalToNoiseLossTests() : ArrayLaws<MinimumSignalToNoiseLoss>
{
    [Fact]
    public void A_ratio_of_2_weighs_1_and_one_of_20_a_quarter()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(2, 2), 1, 3, 1, 3),
            ["target"] = Numbers(new Shape(2, 2), 0, 0, 0, 0),
            ["signal-to-noise"] = Numbers(new Shape(2), 2, 20),
        };
        Assert.Equal(0.5 * 5 * (1 + 0.25), ValueOf(inputs), 13);
    }
}
