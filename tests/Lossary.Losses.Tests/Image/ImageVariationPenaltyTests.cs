namespace Lossary.Losses.Tests;

public sealed class ImageVariationPenaltyTests() : ArrayLaws<ImageVariationPenalty>
{
    [Fact]
    public void Steps_of_3_down_and_4_right_by_hand()
    {
        LossInputs<double> inputs = new() { ["image"] = TestInputs.Variable([1, 2, 2, 1], 0, 4, 3, 4) };
        Assert.Equal(3 + 0 + 4 + 1, ValueOf(inputs), 14);
        Assert.Equal(5, new ImageVariationPenalty(1).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void A_flat_image_costs_0_and_pulls_nowhere()
    {
        LossInputs<double> inputs = new() { ["image"] = TestInputs.Variable([1, 2, 2, 1], 4, 4, 4, 4) };
        Assert.Equal(0, new ImageVariationPenalty(1).Evaluate(inputs).Mean);
        Assert.Equal([0, 0, 0, 0], inputs["image"].Gradient.ToArray());
    }
}
