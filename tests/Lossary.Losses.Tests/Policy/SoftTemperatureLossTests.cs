namespace Lossary.Losses.Tests;

public sealed class SoftTemperatureLossTests() : ArrayLaws<SoftTemperatureLoss>
{
    [Fact]
    public void It_falls_where_the_policy_is_more_random_than_wanted()
    {
        LossInputs<double> inputs = Given(("log-alpha", [Math.Log(0.5)]), ("log-probability", [-3.0]));
        Assert.Equal(2, ValueOf(inputs), 14);
        Assert.Equal(2, inputs["log-alpha"].Gradient[0], 14);
    }
}
