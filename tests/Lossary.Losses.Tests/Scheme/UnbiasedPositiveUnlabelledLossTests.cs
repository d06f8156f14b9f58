namespace Lossary.Losses.Tests;

public sealed class UnbiasedPositiveUnlabelledLossTests() : ArrayLaws<UnbiasedPositiveUnlabelledLoss>
{
    [Fact]
    public void Two_positives_and_one_unlabelled_cost_a_line_and_a_softplus()
    {
        double expected = (-0.3 * (2 - 1) / 2) + Math.Log(1 + Math.Exp(0.5));
        IArrayLoss loss = LossCatalogue.Create<IArrayLoss>("upu:prior=0.3");
        Assert.Equal(expected, loss.Evaluate(Given(("score", [2.0, 0.5, -1.0]), ("label", [1, 0, 1]))).Mean, 14);
    }
}
