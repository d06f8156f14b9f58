namespace Lossary.Losses.Tests;

public sealed class IntervalScoreLossTests() : ArrayLaws<IntervalScoreLoss>
{
    [Fact]
    public void A_target_inside_costs_the_width() =>
        Assert.Equal(3, CostOf(("lower", 1), ("upper", 4), ("target", 2)), 13);

    [Fact]
    public void A_target_above_costs_20_times_its_distance_more() =>
        Assert.Equal(3 + (20 * 0.5), CostOf(("lower", 1), ("upper", 4), ("target", 4.5)), 13);
}
