using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class MinimumSignalToNoiseVelocityLossTests() : ArrayLaws<MinimumSignalToNoiseVelocityLoss>
{
    [Fact]
    public void A_ratio_of_2_weighs_two_thirds_and_one_of_20_5_of_21()
    {
        LossInputs<double> inputs = new()
        {
            ["prediction"] = Numbers(new Shape(2, 2), 1, 3, 1, 3),
            ["target"] = Numbers(new Shape(2, 2), 0, 0, 0, 0),
            ["signal-to-noise"] = Numbers(new Shape(2), 2, 20),
        };
        Assert.Equal(0.5 * 5 * ((2.0 / 3) + (5.0 / 21)), ValueOf(inputs), 13);
    }
}
