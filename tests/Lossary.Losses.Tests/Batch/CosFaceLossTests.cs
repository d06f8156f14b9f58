namespace Lossary.Losses.Tests;

public sealed class CosFaceLossTests() : ArrayLaws<CosFaceLoss>(8, 0.2)
{
    [Fact]
    public void A_cosine_of_08_with_a_margin_of_03_counts_as_05()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, 4, 3),
            ["class-vectors"] = Embeddings.Rows(2, 1, 0, 0, 1),
            ["target"] = Embeddings.Vector(0),
        };
        Assert.Equal(Math.Log(1 + Math.Exp(10 * (0.6 - 0.5))), new CosFaceLoss(10, 0.3).Evaluate(inputs).Mean, 13);
    }
}
