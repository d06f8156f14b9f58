namespace Lossary.Losses.Tests;

public sealed class CosineRegressionLossTests() : ArrayLaws<CosineRegressionLoss>
{
    [Fact]
    public void A_cosine_of_06_for_a_similarity_of_1_costs_016()
    {
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Rows(2, 1, 0),
            ["right"] = Embeddings.Rows(2, 3, 4),
            ["target"] = Embeddings.Vector(1),
        };
        Assert.Equal(0.16, new CosineRegressionLoss().Evaluate(inputs).Mean, 14);
    }
}
