namespace Lossary.Losses.Tests;

public sealed class RiskVarianceLossTests() : ArrayLaws<RiskVarianceLoss>
{
    [Fact]
    public void Risks_of_2_and_6_have_a_variance_of_4()
    {
        LossInputs<double> inputs = TestInputs.Pair("loss", [1, 3, 6], "environment", [0, 0, 1]);
        Assert.Equal(4, ValueOf(inputs), 14);
    }
}
