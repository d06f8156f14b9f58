namespace Lossary.Training.Tests;

public sealed class PlateauTests
{
    [Fact]
    public void The_rate_falls_after_patience_and_rests_while_it_cools()
    {
        PlateauOptions options = new() { Factor = 0.5, Patience = 1, Cooldown = 1, Threshold = 0 };
        Check([1, 1, 0.5, 0.5, 0.5, 0.25], options, scores: [3, 3, 3, 3, 3, 3]);
    }

    [Fact]
    public void A_score_must_be_better_by_the_threshold()
    {
        PlateauOptions options = new() { Factor = 0.5, Patience = 0, Threshold = 1, IsThresholdAbsolute = true };
        Check([1, 0.5, 0.5, 0.25], options, scores: [10, 9.5, 8, double.NaN]);
        Check([1, 1, 0.5], options with { IsHigherBetter = true }, scores: [1, 3, 3.5]);
    }

    [Fact]
    public void The_lowest_rate_holds()
    {
        PlateauOptions options = new() { Factor = 0.5, Patience = 0, MinimumRate = 0.4 };
        Check([1, 0.5, 0.4, 0.4], options, scores: [1, 1, 1, 1]);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlateauOptions { Factor = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PlateauOptions { Patience = -1 });
        Assert.Throws<ArgumentNullException>(() => new Plateau(null!));
    }

    private static void Check(double[] expected, PlateauOptions options, double[] scores)
    {
        Plateau plateau = new(options);
        double rate = 1;
        List<double> rates = [];
        foreach (double score in scores)
        {
            rate = plateau.Next(score, rate);
            rates.Add(rate);
        }

        Assert.Equal(expected, rates);
    }
}
