namespace Lossary.Losses.Tests;

public sealed class ProxyNcaLossTests() : ArrayLaws<ProxyNcaLoss>(1.5)
{
    [Fact]
    public void Squared_distances_of_08_and_2_of_unit_vectors_differ_by_12()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, 5, 0),
            ["class-vectors"] = Embeddings.Rows(2, 3, 4, 0, 2),
            ["target"] = Embeddings.Vector(0),
        };

        Assert.Equal(0.8 - 2, new ProxyNcaLoss(1).Evaluate(inputs).Mean, 13);
    }
}
