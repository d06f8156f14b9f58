namespace Lossary.Losses.Tests;

public sealed class ProxyAnchorLossTests() : ArrayLaws<ProxyAnchorLoss>(0.2, 4)
{
    [Fact]
    public void Only_proxies_that_are_met_share_in_the_pull_and_all_in_the_push()
    {
        LossInputs<double> inputs = new()
        {
            ["embeddings"] = Embeddings.Rows(2, 5, 0),
            ["class-vectors"] = Embeddings.Rows(2, 3, 4, 0, 2),
            ["target"] = Embeddings.Vector(0),
        };

        double pull = Math.Log(1 + Math.Exp(-4 * (0.6 - 0.1))), push = Math.Log(1 + Math.Exp(4 * (0 + 0.1)));
        Assert.Equal(pull + (push / 2), new ProxyAnchorLoss(0.1, 4).Evaluate(inputs).Mean, 13);
    }
}
