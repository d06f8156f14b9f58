namespace Lossary.Losses.Tests;

public sealed class BetaGaussianLossTests() : ArrayLaws<BetaGaussianLoss>
{
    protected override bool IsGradientOfValue => false;

    [Fact]
    public void The_weight_is_the_standard_deviation_and_is_not_learned()
    {
        LossInputs<double> inputs = Given(("mean", [1.0]), ("log-variance", [Math.Log(4)]), ("target", [4.0]));
        Assert.Equal(2 * 0.5 * (Math.Log(4) + 2.25), ValueOf(inputs), 13);
        Assert.Equal(-2 * 0.75, inputs["mean"].Gradient[0], 13);
        Assert.Equal(2 * 0.5 * (1 - 2.25), inputs["log-variance"].Gradient[0], 13);
    }
}
