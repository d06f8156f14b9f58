namespace Lossary.Losses.Tests;

public sealed class InequalityConstraintPenaltyTests() : ArrayLaws<InequalityConstraintPenalty>
{
    [Theory]
    [InlineData(3, 2, (25 - 4) / 2.0)]
    [InlineData(-5, 2, -2)]
    public void Beyond_the_bound_it_is_a_parabola(double constraint, double multiplier, double cost) =>
        Assert.Equal(cost, CostOf(("constraint", constraint), ("multiplier", multiplier)), 14);

    [Fact]
    public void The_multiplier_stays_above_0() => Assert.Equal(0, new InequalityConstraintPenalty(1).Next(2, -3));
}
