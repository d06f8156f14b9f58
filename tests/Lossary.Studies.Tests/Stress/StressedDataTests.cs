using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies.Tests;

public sealed class StressedDataTests
{
    private static readonly ComparisonOptions Options = new() { Folds = 4, Repeats = 1 };

    [Fact]
    public void Outliers_lie_ten_to_twenty_spreads_above_the_median()
    {
        FoldData clean = Fold(Planted.Linear(400, 1, random => random.NextNormal()), out Table table, out Target target);
        FoldData spoilt = new StressedData(table, target, [LossCatalogue.Create("squared")], StressKind.HighOutliers)
            .At(clean, 0.1, new RandomStream(1));

        double[] sorted = [.. clean.Training.Targets.Order()];
        double middle = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double spread = TargetScale.SpreadOf(clean.Training.Targets);
        int[] changed = Changed(clean.Training, spoilt.Training);
        Assert.Equal((int)Math.Round(0.1 * clean.Training.Count, MidpointRounding.AwayFromZero), changed.Length);
        Assert.All(changed, i => Assert.InRange((spoilt.Training.Targets[i] - middle) / spread, 10, 20));
        Assert.NotEmpty(Changed(clean.Validation, spoilt.Validation));
    }

    [Fact]
    public void Test_rows_and_features_stay_clean()
    {
        FoldData clean = Fold(Planted.Linear(200, 2, random => random.NextNormal()), out Table table, out Target target);
        FoldData spoilt =
            new StressedData(table, target, [LossCatalogue.Create("squared")], StressKind.OutliersOnBothSides)
                .At(clean, 0.2, new RandomStream(1));

        Assert.Equal(clean.Test.Targets, spoilt.Test.Targets);
        Assert.Equal(clean.Training.Features, spoilt.Training.Features);
        double[] far = [.. Changed(clean.Training, spoilt.Training).Select(i => spoilt.Training.Targets[i])];
        Assert.Contains(far, value => value < 0);
        Assert.Contains(far, value => value > 0);
    }

    [Fact]
    public void Rows_of_a_level_are_among_those_of_the_next_and_spoilt_alike()
    {
        FoldData clean = Fold(Planted.ThreeClasses(300, 3), out Table table, out Target target);
        StressedData data = new(table, target, [LossCatalogue.Create("cross-entropy")], StressKind.WrongLabels);
        FoldData little = data.At(clean, 0.1, new RandomStream(5)), much = data.At(clean, 0.4, new RandomStream(5));

        int[] first = Changed(clean.Training, little.Training);
        Assert.Equal(first.Length, first.Count(i => little.Training.Targets[i] == much.Training.Targets[i]));
        Assert.True(Changed(clean.Training, much.Training).Length > 3 * first.Length);
    }

    [Fact]
    public void Wrong_labels_are_any_other_class_alike()
    {
        FoldData clean = Fold(Planted.ThreeClasses(3000, 4), out Table table, out Target target);
        FoldData spoilt = new StressedData(table, target, [LossCatalogue.Create("cross-entropy")], StressKind.WrongLabels)
            .At(clean, 0.4, new RandomStream(6));

        int[] changed = Changed(clean.Training, spoilt.Training);
        Assert.Equal((int)Math.Round(0.4 * clean.Training.Count, MidpointRounding.AwayFromZero), changed.Length);
        int next = changed.Count(i => ((int)clean.Training.Targets[i] + 1) % 3 == (int)spoilt.Training.Targets[i]);

        // Half of them, with a standard deviation of √n / 2.
        Assert.InRange(next, (0.5 * changed.Length) - (2 * Math.Sqrt(changed.Length)), (0.5 * changed.Length) + (2 * Math.Sqrt(changed.Length)));
    }

    [Fact]
    public void Only_the_smallest_class_is_thinned_and_never_lost()
    {
        FoldData clean = Fold(Planted.Imbalanced(600, 5), out Table table, out Target target);
        StressedData data = new(table, target, [LossCatalogue.Create("binary-cross-entropy")], StressKind.RareClass);
        FoldData half = data.At(clean, 0.5, new RandomStream(7)), hardlyAny = data.At(clean, 0.001, new RandomStream(7));

        Assert.Equal("yes", target.ClassNames[data.RarestClass]);
        int[] before = clean.Training.CountsOf(target), after = half.Training.CountsOf(target);
        Assert.Equal(before[0], after[0]);
        Assert.Equal((int)Math.Round(0.5 * before[1]), after[1]);
        Assert.Equal(1, hardlyAny.Training.CountsOf(target)[1]);
        Assert.Equal(1, hardlyAny.Validation.CountsOf(target)[1]);
        Assert.Equal(clean.Test.Targets, half.Test.Targets);
    }

    [Fact]
    public void Counts_stay_counts_and_shares_stay_shares()
    {
        FoldData counts = Fold(Planted.SmallCounts(200, 6), out Table table, out Target target);
        FoldData spoilt = new StressedData(table, target, [LossCatalogue.Create("poisson")], StressKind.HighOutliers)
            .At(counts, 0.2, new RandomStream(8));
        Assert.All(spoilt.Training.Targets, count => Assert.Equal(Math.Round(count), count));

        FoldData shares = Fold(Planted.Linear(100, 7, _ => 0), out table, out target);
        spoilt = new StressedData(table, target, [LossCatalogue.Create("binary-cross-entropy")], StressKind.HighOutliers)
            .At(shares, 0.2, new RandomStream(9));
        Assert.All(Changed(shares.Training, spoilt.Training), i => Assert.Equal(1, spoilt.Training.Targets[i]));
    }

    private static int[] Changed(FoldPart before, FoldPart after) =>
        [.. Enumerable.Range(0, before.Count).Where(i => before.Targets[i] != after.Targets[i])];

    private static FoldData Fold(Table planted, out Table table, out Target target)
    {
        table = planted;
        target = Target.Read(table, "y");
        Fold fold = Folds.Repeated(target, Options.Folds, 1, new RandomStream(1).Split("folds"))[0];
        return FoldData.Of(table, target, fold, Options);
    }
}
