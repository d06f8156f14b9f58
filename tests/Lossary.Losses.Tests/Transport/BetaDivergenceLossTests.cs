namespace Lossary.Losses.Tests;

public sealed class BetaDivergenceLossTests() : ArrayLaws<BetaDivergenceLoss>(1.5)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Near_its_limits_it_is_what_stands_there(double beta)
    {
        LossInputs<double> inputs = TestInputs.Pair("prediction", [0.7, 3], "target", [2, 0.4]);
        double expected = new BetaDivergenceLoss(beta).Evaluate(inputs).Mean;
        Assert.Equal(expected, new BetaDivergenceLoss(beta + 1e-6).Evaluate(inputs).Mean, 5e-6);
    }

    [Fact]
    public void At_2_it_is_half_the_squared_error()
    {
        LossInputs<double> inputs = TestInputs.Pair("prediction", [3], "target", [1]);
        Assert.Equal(2, new BetaDivergenceLoss(2).Evaluate(inputs).Mean, 14);
    }
}
