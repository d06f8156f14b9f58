using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class StressTestTests
{
    private static readonly ComparisonOptions Small = new()
    {
        Folds = 3,
        Repeats = 1,
        Epochs = 40,
        Patience = 8,
        LearningRates = [0.01],
        Hidden = [16],
    };

    [Fact]
    public void Squared_error_degrades_under_outliers_above_and_absolute_error_does_not()
    {
        ComparisonResult result = Compare(
            Planted.Linear(450, 3, random => random.NextNormal()), "mae", Small, "squared", "absolute");
        StressCurves curves = Stress(result, StressKind.HighOutliers, new() { OutlierShares = [0.05, 0.15] });

        Assert.Equal([0, 0.05, 0.15], curves.Levels);
        StressCurve squared = Of(curves, "squared"), absolute = Of(curves, "absolute");
        Assert.True(squared.Losses[2] > 0.5, $"squared error is worse by {squared.Losses[2]} only");
        Assert.True(absolute.Losses[2] < 0.25, $"absolute error is worse by {absolute.Losses[2]}");
        Assert.True(squared.HeldLevel < absolute.HeldLevel);
        Assert.Equal("absolute", curves.Curves[curves.Leaders[2]].Objective.Name);
        Assert.True(curves.Leaders[0] == curves.Leaders[2] ? curves.LeadPValue is null : curves.LeadPValue < 0.2);
    }

    [Fact]
    public void Cross_entropy_degrades_more_under_wrong_labels_than_generalised_cross_entropy()
    {
        ComparisonResult result = Compare(
            Planted.ThreeClasses(600, 5), "log-loss", Small, "cross-entropy", "generalised-cross-entropy:q=0.9");
        StressCurves curves = Stress(result, StressKind.WrongLabels, new() { WrongShares = [0.2, 0.4] });

        StressCurve cross = Of(curves, "cross-entropy"), generalised = Of(curves, "generalised-cross-entropy:q=0.9");
        Assert.True(
            cross.Losses[2] > generalised.Losses[2] + 0.1,
            $"cross entropy is worse by {cross.Losses[2]}, generalised cross entropy by {generalised.Losses[2]}");
    }

    [Fact]
    public void Fewer_rows_predict_worse()
    {
        ComparisonResult result = Compare(Planted.Linear(300, 4, random => random.NextNormal()), "mae", Small, "squared");
        StressCurves curves = Stress(result, StressKind.FewRows, new() { KeptShares = [0.5, 0.1] });

        Assert.Equal([1, 0.5, 0.1], curves.Levels);
        Assert.True(curves.IsThinning);
        Assert.True(curves.Curves[0].Losses[2] > 0);
    }

    [Fact]
    public void Level_0_is_the_comparison_itself()
    {
        ComparisonResult result = Compare(
            Planted.Linear(200, 6, random => random.NextNormal()), "mae", Small, "squared", "absolute");
        StressCurves curves = Stress(result, StressKind.HighOutliers, new() { OutlierShares = [0.1] });

        foreach (StressCurve curve in curves.Curves)
        {
            ScoreInterval clean = result.Outcomes.Single(o => o.Name == curve.Objective.Name).Scores[0]!.Value;
            Assert.Equal(clean, curve.Scores[0]);
            Assert.Equal(0, curve.Losses[0]);
        }
    }

    [Fact]
    public void Number_of_threads_does_not_change_a_bit()
    {
        Table table = Planted.Linear(150, 7, random => random.NextNormal());
        StressCurves[] curves =
        [
            .. Enumerable.Range(1, 3).Select(threads => Stress(
                Compare(table, "mae", Small with { Threads = threads, Epochs = 5 }, "squared", "absolute"),
                StressKind.OutliersOnBothSides,
                new() { OutlierShares = [0.05, 0.2], MaxFolds = 2 })),
        ];

        Assert.Equal(curves[0].Curves.SelectMany(c => c.Scores), curves[2].Curves.SelectMany(c => c.Scores));
        Assert.Equal(curves[0].Leaders, curves[2].Leaders);
    }

    [Fact]
    public void Troubles_follow_from_the_target()
    {
        ComparisonOptions hasty = Small with { Epochs = 1, Folds = 2 };
        StressOptions one = new() { OutlierShares = [0.1], KeptShares = [0.5], WrongShares = [0.2] };
        StressResult counts = new StressTest(Compare(Planted.SmallCounts(120, 8), "rmse", hasty, "poisson"), one).Run();
        Assert.Equal([StressKind.HighOutliers, StressKind.FewRows], counts.Curves.Select(c => c.Kind));
        Assert.Equal(["'y' is never negative: there are no far values below, only above."], counts.LeftOut);
        Assert.Equal(4, counts.Trainings);

        ComparisonResult imbalanced = Compare(Planted.Imbalanced(200, 9), "log-loss", hasty, "binary-cross-entropy");
        StressResult classes = new StressTest(imbalanced, one).Run();
        Assert.Equal(
            [StressKind.WrongLabels, StressKind.RareClass, StressKind.FewRows], classes.Curves.Select(c => c.Kind));
        Assert.Equal("yes", classes.Curves[1].ClassName);
        Assert.Empty(classes.LeftOut);

        StressOptions asked = one with { Kinds = [StressKind.HighOutliers] };
        StressResult nothing = new StressTest(imbalanced, asked).Run();
        Assert.Empty(nothing.Curves);
        Assert.Equal(["'y' has classes: there are no far values."], nothing.LeftOut);
    }

    [Fact]
    public void The_one_to_take_and_the_simplest_are_among_the_few_that_are_tried()
    {
        ComparisonResult result = Compare(
            Planted.Linear(120, 10, random => random.NextNormal()),
            "mae",
            Small with { Epochs = 2, Folds = 2 },
            "squared", "absolute", "log-cosh", "huber", "cauchy");
        StressOptions few = new() { Kinds = [StressKind.FewRows], KeptShares = [0.5], MaxObjectives = 2, MaxFolds = 1 };
        StressResult stress = new StressTest(result, few).Run();

        string[] tried = [.. stress.Curves[0].Curves.Select(curve => curve.Objective.Name)];
        Assert.Equal(2, tried.Length);
        Assert.Contains(result.Verdict.Take!.Name, tried);
        Assert.All(stress.Curves[0].Curves, curve => Assert.Equal(curve.Scores[1]!.Value.Mean, curve.Scores[1]!.Value.Low));
    }

    [Fact]
    public void Cancelling_ends_it()
    {
        ComparisonResult result = Compare(
            Planted.Linear(100, 11, random => random.NextNormal()), "mae", Small with { Epochs = 1 }, "squared");
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new StressTest(result).Run(null, source.Token));
    }

    [Theory]
    [InlineData(0.2, 0.1)]
    [InlineData(0.0, 0.1)]
    [InlineData(0.5, 1.0)]
    public void Levels_that_do_not_rise_within_0_and_1_are_refused(double first, double second) =>
        Assert.Throws<ArgumentException>(() => new StressOptions { OutlierShares = [first, second] });

    private static StressCurve Of(StressCurves curves, string name) =>
        curves.Curves.Single(curve => curve.Objective.Name == name);

    private static StressCurves Stress(ComparisonResult result, StressKind kind, StressOptions options) =>
        Assert.Single(new StressTest(result, options with { Kinds = [kind] }).Run().Curves);

    private static ComparisonResult Compare(
        Table table, string metric, ComparisonOptions options, params string[] objectives) => new Comparison(
        table, Target.Read(table, "y"), [.. objectives.Select(Objective.Parse)], MetricCatalogue.Find(metric), options).Run();
}
