using Lossary.Numerics;

namespace Lossary.Studies.Tests;

public sealed class SeveralComparisonsTests
{
    [Fact]
    public void A_loss_that_is_best_on_every_data_set_wins_if_there_are_enough()
    {
        SeveralComparisons several = SeveralComparisons.Of([.. Enumerable.Range(0, 8).Select(i => Made(i, 3, 2, 1))]);

        Assert.Equal(["huber", "absolute", "squared"], several.Losses.Select(loss => loss.Name));
        Assert.Equal([1, 2, 3], several.Losses.Select(loss => loss.MeanRank));

        // 2.343 √(3 · 4 / (6 · 8)) = 1.17 > 1: neighbours cannot be told apart, the ends can.
        Assert.Equal(1.17, several.CriticalDifference, 0.005);
        Assert.Equal([[0, 1], [1, 2]], several.Groups);
        Assert.Equal(VerdictKind.SharedLead, several.Kind);
        Assert.Equal("absolute", several.Take.Name);
    }

    [Fact]
    public void A_clear_winner_stands_alone()
    {
        // Ranks 1 for Huber always; the others take turns, so their mean ranks are 2.5: 1.5 > 2.343 √(12 / 72) = 0.96.
        SeveralComparisons several = SeveralComparisons.Of(
            [.. Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? Made(i, 3, 2, 1) : Made(i, 2, 3, 1))]);

        Assert.Equal(VerdictKind.Winner, several.Kind);
        Assert.Equal("huber", several.Take.Name);
        Assert.True(several.Friedman.PValue < 0.001);
    }

    [Fact]
    public void Two_data_sets_show_no_difference_however_they_agree()
    {
        SeveralComparisons several = SeveralComparisons.Of([Made(1, 3, 2, 1), Made(2, 3, 2, 1)]);

        Assert.Equal(VerdictKind.NoDifference, several.Kind);
        Assert.Equal(3, several.Tied.Count);
        Assert.Equal("squared", several.Take.Name);
    }

    [Fact]
    public void A_data_set_counts_once_whatever_its_unit()
    {
        double[] small = [.. SeveralComparisons.Of([Made(1, 3, 2, 1), Made(2, 3, 1, 2)]).Losses.Select(loss => loss.MeanRank)];
        double[] large = [.. SeveralComparisons.Of([Made(1, 3000, 2000, 1000), Made(2, 3, 1, 2)]).Losses.Select(loss => loss.MeanRank)];

        Assert.Equal([1.5, 1.5, 3], small);
        Assert.Equal(small, large);
    }

    [Fact]
    public void Comparisons_of_other_losses_cannot_be_ranked()
    {
        ComparisonResult other = MadeResult.Of(Table(1), "mae", ("squared", Off(1, 1)), ("log-cosh", Off(1, 2)));

        ArgumentException error = Assert.Throws<ArgumentException>(() => SeveralComparisons.Of([Made(1, 3, 2, 1), other]));
        Assert.Contains("other losses", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_comparison_is_not_several() =>
        Assert.Throws<ArgumentException>(() => SeveralComparisons.Of([Made(1, 3, 2, 1)]));

    private static ComparisonResult Made(int seed, double squared, double absolute, double huber) => MadeResult.Of(
        Table(seed), "mae", ("squared", Off(seed, squared)), ("absolute", Off(seed, absolute)), ("huber", Off(seed, huber)));

    private static Data.Table Table(int seed)
    {
        string[] targets = MadeResult.Cells(Targets(seed));
        return MadeResult.TableOf(("a", targets), ("y", targets));
    }

    private static Func<int, int, double[]> Off(int seed, double size)
    {
        double[] targets = Targets(seed);
        return (i, _) => [targets[i] + size];
    }

    private static double[] Targets(int seed)
    {
        RandomStream random = new((ulong)seed);
        return [.. Enumerable.Range(0, 60).Select(_ => random.NextNormal())];
    }
}
