namespace Lossary.Losses.Tests;

public sealed class CenterLossTests() : ArrayLaws<CenterLoss>
{
    [Fact]
    public void Half_the_squared_distance_pulls_embedding_and_center_alike()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, 5, 6),
            ["class-vectors"] = Embeddings.Rows(2, 9, 9, 2, 2),
            ["target"] = Embeddings.Vector(1),
        };
        Assert.Equal(12.5, new CenterLoss().Evaluate(inputs).Mean);
        Assert.Equal([3, 4], inputs["embeddings"].Gradient.ToArray());
        Assert.Equal([0, 0, -3, -4], inputs["class-vectors"].Gradient.ToArray());
    }
}
