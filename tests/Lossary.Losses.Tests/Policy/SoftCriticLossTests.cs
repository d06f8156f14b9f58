namespace Lossary.Losses.Tests;

public sealed class SoftCriticLossTests() : ArrayLaws<SoftCriticLoss>
{
    [Fact]
    public void Both_values_are_held_against_the_smaller_next_one_and_its_entropy()
    {
        double target = 1 + (0.99 * (8 + (0.2 * 2)));
        double expected = 0.5 * (Math.Pow(3 - target, 2) + Math.Pow(5 - target, 2));
        Assert.Equal(expected, CostOf([.. Steps, ("next-log-probability", -2)]), 12);
    }

    [Fact]
    public void At_the_end_only_the_reward_counts() =>
        Assert.Equal(
            0.5 * (4 + 16),
            CostOf([.. Steps, ("next-log-probability", -2), ("done", 1)]),
            13);

    private static (string, double)[] Steps =>
        [("first", 3), ("second", 5), ("reward", 1), ("next-first", 10), ("next-second", 8)];
}
