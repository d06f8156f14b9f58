using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class FeatureMapPenaltyTests() : ArrayLaws<FeatureMapPenalty>
{
    [Fact]
    public void A_channel_that_does_not_matter_is_free()
    {
        LossInputs<double> inputs = new()
        {
            ["student"] = Numbers(new Shape(1, 1, 2, 2), 1, 7, 4, 9),
            ["teacher"] = Numbers(new Shape(1, 1, 2, 2), 0, 0, 1, 0),
            ["weight"] = Numbers(new Shape(2), 0.5, 0),
        };
        Assert.Equal(0.5 * (1 + 9) / 2, ValueOf(inputs), 14);
    }
}
