using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class PlantedTruthsTests
{
    public static TheoryData<string> Names => [.. PlantedTruths.All.Select(truth => truth.Name)];

    [Fact]
    public void Names_are_different() =>
        Assert.Equal(PlantedTruths.All.Count, PlantedTruths.All.Select(truth => truth.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_task_is_inferred_as_it_was_planted(string name)
    {
        PlantedTruth truth = PlantedTruths.Find(name);
        for (int seed = 1; seed <= 5; seed++)
        {
            Table table = truth.Make(seed);

            Assert.Equal(truth.Rows, table.RowCount);
            Assert.Empty(table.Findings);
            Assert.Equal(truth.Task, truth.TargetOf(table).Task);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Data_follow_from_the_seed(string name)
    {
        PlantedTruth truth = PlantedTruths.Find(name);

        Assert.Equal(truth.WriteCsv(1), truth.WriteCsv(1));
        Assert.NotEqual(truth.WriteCsv(1), truth.WriteCsv(2));
        Assert.StartsWith(truth.WriteCsv(1, 20), truth.WriteCsv(1, 30), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answers_are_losses_that_can_be_compared(string name)
    {
        PlantedTruth truth = PlantedTruths.Find(name);
        Target target = truth.TargetOf(truth.Make(1));
        ComparisonOptions options = truth.OptionsFor(new(), target);

        Assert.NotEmpty(truth.Recommended);
        Assert.All(truth.Recommended, key => Assert.Null(Candidates.Refusal(Objective.Parse(key), target, options)));
        Assert.All(truth.Candidates, key => Assert.Null(Candidates.Refusal(Objective.Parse(key), target, options)));
        Assert.NotEmpty(truth.Winners);
        Assert.All(truth.Winners, winner => Assert.Contains(winner, truth.Candidates));
        Assert.Contains(truth.Task, MetricCatalogue.Find(truth.Metric).Tasks);
    }

    [Fact]
    public void Signals_have_mean_0_and_deviation_1_and_are_uncorrelated()
    {
        RandomStream random = new(1);
        PlantedFeatures[] rows = [.. Enumerable.Range(0, 100_000).Select(_ => PlantedFeatures.Next(random))];

        Assert.Equal(0, rows.Average(x => x.Signal), 0.02);
        Assert.Equal(1, rows.Average(x => x.Signal * x.Signal), 0.02);
        Assert.Equal(0, rows.Average(x => x.Other), 0.02);
        Assert.Equal(1, rows.Average(x => x.Other * x.Other), 0.02);
        Assert.Equal(0, rows.Average(x => x.Signal * x.Other), 0.02);
    }

    [Theory]
    [InlineData("imbalance", 0.068, 0.005)]
    [InlineData("rare-class", 0.0058, 0.001)]
    [InlineData("two-classes", 0.47, 0.03)]
    public void Positives_are_as_rare_as_planted(string name, double share, double tolerance)
    {
        Target target = Target.Read(PlantedTruths.Find(name).Make(1, 50_000), PlantedTruth.TargetName);

        Assert.Equal(share, target.Values.ToArray().Average(), tolerance);
    }

    [Theory]
    [InlineData("classes", 1, 1.3)]
    [InlineData("imbalanced-classes", 18, 30)]
    [InlineData("long-tail", 120, 300)]
    public void Classes_are_as_uneven_as_planted(string name, double low, double high)
    {
        Target target = Target.Read(PlantedTruths.Find(name).Make(1, 50_000), PlantedTruth.TargetName);
        int[] counts = [.. target.Classes.ToArray().CountBy(k => k).Select(pair => pair.Value)];

        Assert.InRange((double)counts.Max() / counts.Min(), low, high);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    public void Flips_change_the_planted_share_of_labels(int percent)
    {
        // The streams of both are split by their names, so labels cannot be matched row by row: what the best rule gets right
        // is 0.963 of the clean labels and, of those, the share that was not flipped.
        PlantedTruth truth = PlantedTruths.Find($"label-flips-{percent}");
        Table table = truth.Make(3, 20_000);
        Target target = truth.TargetOf(table);
        double[] x1 = table.Column("x1").Numbers.ToArray(), x2 = table.Column("x2").Numbers.ToArray();
        double[] x3 = table.Column("x3").Numbers.ToArray();
        Column group = table.Column("group");
        string[] names = ["beech", "oak", "pine", "birch"];
        int right = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            PlantedFeatures x = new(x1[row], x2[row], x3[row], 0, group.Levels[group.Codes[row]][0]);
            int likeliest = Enumerable.Range(0, 4).MaxBy(k =>
                (x.Signal * Math.Cos((k * Math.PI / 2) + 0.4)) + (x.Other * Math.Sin((k * Math.PI / 2) + 0.4)));
            right += target.ClassNames[target.Classes[row]] == names[likeliest] ? 1 : 0;
        }

        double flipped = percent / 100.0;
        Assert.Equal((0.963 * (1 - flipped)) + (0.037 * flipped / 3), right / 20_000.0, 0.015);
    }

    [Fact]
    public void A_name_that_is_not_planted_is_refused_with_those_that_are()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => PlantedTruths.Find("gold"));

        Assert.Contains("heavy-tails", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("heavy-tails", PlantedTruths.Find("Heavy_Tails").Name);
    }

    [Theory]
    [InlineData("heavy-tails", "huber:delta=0.7", true)]
    [InlineData("heavy-tails", "squared", false)]
    [InlineData("imbalanced-classes", "cross-entropy+class-balanced:beta=0.9", true)]
    [InlineData("imbalanced-classes", "cross-entropy", false)]
    public void Advice_is_judged_by_loss_and_adjustment(string name, string objective, bool isRight) =>
        Assert.Equal(isRight, PlantedTruths.Find(name).IsRecommended(Objective.Parse(objective)));

    [Theory]
    [InlineData("claims", 2, "tweedie", true)]
    [InlineData("claims", 2, "absolute", false)]
    [InlineData("claims", 4, "squared", false)]
    [InlineData("proportions", 5, "squared", true)]
    [InlineData("proportions", 2, "absolute", false)]
    [InlineData("normal-noise", 4, "squared", true)]
    [InlineData("normal-noise", 3, "squared", false)]
    public void A_verdict_is_right_if_it_takes_a_winner_or_sees_the_tie(string name, int tied, string take, bool isRight)
    {
        LossOutcome taken = new() { Objective = Objective.Parse(take), Simplicity = 0, Folds = [], Scores = [] };
        Verdict verdict = new(
            VerdictKind.SharedLead, taken, [.. Enumerable.Repeat(taken, tied)], taken, Against: null, Gap: 0, PValue: 1);

        Assert.Equal(isRight, PlantedTruths.Find(name).IsRight(verdict));
    }
}
