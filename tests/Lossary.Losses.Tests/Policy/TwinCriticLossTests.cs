namespace Lossary.Losses.Tests;

public sealed class TwinCriticLossTests() : ArrayLaws<TwinCriticLoss>
{
    [Fact]
    public void Both_values_are_held_against_the_smaller_next_one()
    {
        double target = 1 + (0.99 * 8);
        double expected = Math.Pow(3 - target, 2) + Math.Pow(5 - target, 2);
        (string, double)[] step = [("first", 3), ("second", 5), ("reward", 1), ("next-first", 10), ("next-second", 8)];
        Assert.Equal(expected, CostOf(step), 12);
    }
}
