namespace Lossary.Losses.Tests;

public sealed class MultiScaleSimilarityLossTests() : ArrayLaws<MultiScaleSimilarityLoss>(3, 1, 2)
{
    protected override int Rows => 2;

    [Fact]
    public void An_image_is_like_itself()
    {
        LossInputs<double> inputs = Example(71);
        inputs["target"] = TestInputs.Constant([2, 8, 8, 1], inputs["prediction"].Values.ToArray());
        Assert.Equal(0, ValueOf(inputs), 13);
    }

    [Fact]
    public void One_scale_is_the_plain_similarity()
    {
        LossInputs<double> inputs = Example(72);
        double expected = new StructuralSimilarityLoss(3, 1).Evaluate(Part(inputs, 0, 1)).Mean;
        Assert.Equal(expected, new MultiScaleSimilarityLoss(3, 1, 1).Evaluate(Part(inputs, 0, 1)).Mean, 13);
    }
}
