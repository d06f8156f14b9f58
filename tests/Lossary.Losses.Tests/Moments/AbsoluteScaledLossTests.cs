namespace Lossary.Losses.Tests;

public sealed class AbsoluteScaledLossTests() : ArrayLaws<AbsoluteScaledLoss>
{
    [Fact]
    public void An_error_of_3_where_the_naive_forecast_errs_2_costs_one_and_a_half()
    {
        LossInputs<double> inputs = TestInputs.Pair("prediction", [4], "target", [1]);
        inputs["scale"] = TestInputs.Constant([1], 2);
        Assert.Equal(1.5, ValueOf(inputs), 15);
        Assert.Equal(0.5, inputs["prediction"].Gradient[0], 15);
    }
}
