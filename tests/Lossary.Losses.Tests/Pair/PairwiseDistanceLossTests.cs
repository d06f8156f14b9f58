namespace Lossary.Losses.Tests;

public sealed class PairwiseDistanceLossTests() : ArrayLaws<PairwiseDistanceLoss>(3, 0.1)
{
    [Fact]
    public void A_3_4_5_triangle_has_its_sides_by_Pythagoras_and_7_by_city_blocks()
    {
        LossInputs<double> inputs = new() { ["left"] = Embeddings.Rows(2, 4, 6), ["right"] = Embeddings.Rows(2, 1, 2) };
        Assert.Equal(5, new PairwiseDistanceLoss(2, 0).Evaluate(inputs).Mean, 14);
        Assert.Equal([0.6, 0.8], inputs["left"].Gradient.ToArray().Select(slope => Math.Round(slope, 14)));
        Assert.Equal(7, new PairwiseDistanceLoss(1, 0).Evaluate(inputs).Mean, 14);
        Assert.Equal([-1, -1], inputs["right"].Gradient.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3.5)]
    public void Equal_vectors_are_0_apart_and_pull_nowhere(double power)
    {
        LossInputs<double> inputs = new() { ["left"] = Embeddings.Rows(3, 1, -2, 0), ["right"] = Embeddings.Rows(3, 1, -2, 0) };
        Assert.Equal(0, new PairwiseDistanceLoss(power, 0).Evaluate(inputs).Mean);
        Assert.All(inputs["left"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}
