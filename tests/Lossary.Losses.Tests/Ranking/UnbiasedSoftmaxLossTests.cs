namespace Lossary.Losses.Tests;

public sealed class UnbiasedSoftmaxLossTests() : ArrayLaws<UnbiasedSoftmaxLoss>
{
    [Fact]
    public void A_click_far_down_counts_more()
    {
        double all = Math.Log(Math.Exp(1) + Math.Exp(0.5) + Math.Exp(-1));
        LossInputs<double> inputs = Given(("score", [1.0, 0.5, -1.0]), ("click", [1, 0, 1]), ("view", [0.8, 0.5, 0.1]));
        Assert.Equal(((all - 1) / 0.8) + ((all + 1) / 0.1), ValueOf(inputs), 13);
    }
}
