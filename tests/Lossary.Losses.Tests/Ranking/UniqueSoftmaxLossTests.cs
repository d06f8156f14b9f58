namespace Lossary.Losses.Tests;

public sealed class UniqueSoftmaxLossTests() : ArrayLaws<UniqueSoftmaxLoss>
{
    [Fact]
    public void Items_as_relevant_do_not_compete()
    {
        double second = Math.Log(Math.Exp(0.2) + Math.Exp(-0.5)) - 0.2;
        double best = Math.Log(Math.Exp(1) + Math.Exp(0.2) + Math.Exp(0.9) + Math.Exp(-0.5)) - 1;
        double third = Math.Log(Math.Exp(0.9) + Math.Exp(-0.5)) - 0.9;
        LossInputs<double> inputs = Given(("score", [1.0, 0.2, 0.9, -0.5]), ("relevance", [2, 1, 1, 0]));
        Assert.Equal((3 * best) + second + third, ValueOf(inputs), 13);
    }
}
