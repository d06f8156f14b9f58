namespace Lossary.Losses.Tests;

public sealed class WassersteinBinsLossTests() : ArrayLaws<WassersteinBinsLoss>
{
    [Fact]
    public void Half_of_the_mass_two_bins_off_costs_1()
    {
        LossInputs<double> inputs = new()
        {
            ["first"] = TestInputs.Variable([1, 3], 1, 0, 0),
            ["second"] = TestInputs.Variable([1, 3], 0.5, 0, 0.5),
        };
        Assert.Equal(1, ValueOf(inputs), 14);
    }
}
