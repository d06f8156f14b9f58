namespace Lossary.Losses.Tests;

public sealed class EqualityConstraintPenaltyTests() : ArrayLaws<EqualityConstraintPenalty>
{
    [Fact]
    public void A_constraint_broken_by_3_costs_its_multiplier_and_a_parabola() =>
        Assert.Equal(6 + 4.5, CostOf(("constraint", 3), ("multiplier", 2)), 14);

    [Fact]
    public void The_multiplier_rises_by_what_is_broken() =>
        Assert.Equal(3.5, new EqualityConstraintPenalty(0.5).Next(2, 3));
}
