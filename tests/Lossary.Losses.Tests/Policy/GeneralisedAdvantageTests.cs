namespace Lossary.Losses.Tests;

public sealed class GeneralisedAdvantageTests
{
    private static readonly double[] s_rewards = [1, 2, 4], s_values = [0.5, 3, -1, 10];

    [Fact]
    public void Without_a_trace_it_is_the_temporal_difference() =>
        Assert.Equal([1 + 1.5 - 0.5, 2 - 0.5 - 3, 4 + 5 + 1], GeneralisedAdvantage.Of(s_rewards, s_values, [], 0.5, 0));

    [Fact]
    public void With_a_whole_trace_it_is_the_return_less_the_value()
    {
        double[] found = GeneralisedAdvantage.Of(s_rewards, s_values, [], 0.5, 1);
        Assert.Equal(1 + (0.5 * (2 + (0.5 * (4 + 5)))) - 0.5, found[0], 14);
    }

    [Fact]
    public void Nothing_follows_the_end_of_an_episode() =>
        Assert.Equal(2.0 - 3, GeneralisedAdvantage.Of(s_rewards, s_values, [false, true, false], 0.5, 0.9)[1], 14);

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GeneralisedAdvantage.Of(s_rewards, s_rewards, []));
        Assert.Throws<ArgumentException>(() => GeneralisedAdvantage.Of(s_rewards, s_values, [true]));
    }
}
