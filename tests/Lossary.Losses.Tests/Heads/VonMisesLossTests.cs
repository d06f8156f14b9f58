namespace Lossary.Losses.Tests;

public sealed class VonMisesLossTests() : ArrayLaws<VonMisesLoss>
{
    private static readonly double LogOf2Pi = Math.Log(2 * Math.PI);

    [Fact]
    public void A_concentration_of_1_and_of_20_by_the_Bessel_function()
    {
        // ln I₀ by 50-digit arithmetic.
        Assert.Equal(LogOf2Pi + 0.23591435850717865 - 1, CostOfDirection(1, 0), 13);
        Assert.Equal(LogOf2Pi + 17.589610428244274 + 20, CostOfDirection(0, -20), 12);
        Assert.Equal(LogOf2Pi + 995.6273088898695 + 1000, CostOfDirection(0, -1000), 10);

        double CostOfDirection(double x, double y) =>
            ValueOf(Given(("prediction", [x, y]), ("target", [x == 0 ? 0 : 1, y == 0 ? 0 : 1])));
    }

    [Fact]
    public void No_prediction_is_the_uniform_distribution_and_pulls_towards_the_target()
    {
        LossInputs<double> inputs = Given(("prediction", [0.0, 0.0]), ("target", [0.6, 0.8]));
        Assert.Equal(LogOf2Pi, ValueOf(inputs), 13);
        Assert.Equal([-0.6, -0.8], inputs["prediction"].Gradient.ToArray());
    }

    [Fact]
    public void Where_the_series_changes_both_agree()
    {
        double below = ValueOf(Given(("prediction", [15.9999999999, 0.0]), ("target", [0.0, 1.0])));
        double above = ValueOf(Given(("prediction", [16.0000000001, 0.0]), ("target", [0.0, 1.0])));
        Assert.Equal(below, above, 9);
    }
}
