namespace Lossary.Losses.Tests;

public sealed class CosineEmbeddingLossTests() : ArrayLaws<CosineEmbeddingLoss>(0.2, 0)
{
    [Fact]
    public void A_pair_unlike_costs_what_its_cosine_exceeds_the_margin_by()
    {
        double[] values = new double[3];
        LossInputs<double> inputs = new()
        {
            ["left"] = Embeddings.Rows(2, 1, 0, 1, 0, 1, 0),
            ["right"] = Embeddings.Rows(2, 0.6, 0.8, 0.6, 0.8, 0, 1),
            ["target"] = Embeddings.Vector(1, -1, -1),
            Values = values,
        };
        new CosineEmbeddingLoss(0.5, 0).Evaluate(inputs);
        Assert.Equal([0.4, 0.1, 0], values.Select(value => Math.Round(value, 14)));
    }
}
