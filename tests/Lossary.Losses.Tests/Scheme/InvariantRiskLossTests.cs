namespace Lossary.Losses.Tests;

public sealed class InvariantRiskLossTests() : ArrayLaws<InvariantRiskLoss>
{
    [Fact]
    public void It_is_the_squared_slope_of_the_risk_by_a_common_factor()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = TestInputs.Variable([2, 2], 0.3, -0.8, 1.1, 0.4),
            ["target"] = TestInputs.Constant([2], 1, 0),
            ["environment"] = TestInputs.Constant([2], 0, 0),
        };
        double Risk(double factor) =>
            0.5 * (Math.Log(1 + Math.Exp(1.1 * factor)) + Math.Log(1 + Math.Exp(-0.7 * factor)));
        double slope = (Risk(1 + 1e-5) - Risk(1 - 1e-5)) / 2e-5;
        Assert.Equal(slope * slope, ValueOf(inputs), 9);
    }
}
