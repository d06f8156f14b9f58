namespace Lossary.Studies.Tests;

public sealed class TaylorLawTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    public void The_slope_is_the_power_by_which_variance_grows(double power)
    {
        // Twenty groups of equal mean μ whose members are μ ± √(0.1 μᵖ).
        double[] means = [.. Enumerable.Range(0, 1000).Select(i => Math.Exp(1 + (0.1 * (i / 50))))];
        double[] targets = [.. means.Select((mean, i) => mean + ((i % 2 == 0 ? 1 : -1) * Math.Sqrt(0.1 * Math.Pow(mean, power))))];

        TaylorLaw law = TaylorLaw.Of(targets, means, means)!.Value;

        Assert.Equal(power, law.Slope, 9);
        Assert.Equal(power, law.Low, 6);
    }

    [Fact]
    public void Means_that_hardly_differ_tell_no_power()
    {
        double[] means = [.. Enumerable.Range(0, 500).Select(i => 1 + (i * 1e-4))];

        Assert.Null(TaylorLaw.Of([.. means.Select((mean, i) => mean + (i % 2))], means, means));
    }
}
