namespace Lossary.Losses.Tests;

public sealed class ProxyNcaPlusPlusLossTests() : ArrayLaws<ProxyNcaPlusPlusLoss>(0.3)
{
    [Fact]
    public void It_is_a_softmax_over_squared_distances_of_08_and_2()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, 5, 0),
            ["class-vectors"] = Embeddings.Rows(2, 3, 4, 0, 2),
            ["target"] = Embeddings.Vector(0),
        };

        Assert.Equal(Math.Log(1 + Math.Exp((0.8 - 2) / 0.5)), new ProxyNcaPlusPlusLoss(0.5).Evaluate(inputs).Mean, 13);
    }
}
