namespace Lossary.Losses.Tests;

public sealed class BetaLikelihoodLossTests() : ArrayLaws<BetaLikelihoodLoss>
{
    [Fact]
    public void Shapes_of_2_and_3_have_the_density_12_y_1_less_y_squared() =>
        Assert.Equal(
            -Math.Log(12 * 0.3 * 0.49),
            CostOf(("log-first", Math.Log(2)), ("log-second", Math.Log(3)), ("target", 0.3)),
            13);

    [Fact]
    public void Shapes_of_1_are_uniform() =>
        Assert.Equal(0, CostOf(("log-first", 0), ("log-second", 0), ("target", 0.3)), 13);

    [Fact]
    public void The_ends_are_finite()
    {
        Assert.True(double.IsFinite(CostOf(("log-first", 1), ("log-second", 1), ("target", 0))));
    }
}
