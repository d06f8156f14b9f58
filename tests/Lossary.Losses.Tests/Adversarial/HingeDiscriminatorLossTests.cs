namespace Lossary.Losses.Tests;

public sealed class HingeDiscriminatorLossTests() : ArrayLaws<HingeDiscriminatorLoss>
{
    [Fact]
    public void Scores_of_half_and_a_quarter_are_short_of_the_margin() =>
        Assert.Equal(0.5 + 1.25, CostOf(("real", 0.5), ("fake", 0.25)), 13);

    [Fact]
    public void Scores_beyond_the_margin_cost_nothing() =>
        Assert.Equal(0, CostOf(("real", 2), ("fake", -1.5)), 13);
}
