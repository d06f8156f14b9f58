namespace Lossary.Losses.Tests;

public sealed class ParetoExcessLossTests() : ArrayLaws<ParetoExcessLoss>
{
    [Fact]
    public void It_is_minus_the_logarithm_of_the_published_density()
    {
        double density = Math.Pow(1 + (0.5 * 3 / 2), -1 - (1 / 0.5)) / 2;
        Assert.Equal(-Math.Log(density), CostOf(("log-scale", Math.Log(2)), ("shape", 0.5), ("target", 3)), 14);
    }

    [Fact]
    public void Next_to_shape_0_it_is_the_exponential_likelihood() =>
        Assert.Equal(0.3 + (2 * Math.Exp(-0.3)), CostOf(("log-scale", 0.3), ("shape", 1e-12), ("target", 2)), 11);
}
