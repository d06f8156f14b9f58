using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class ComparisonTests
{
    private static readonly ComparisonOptions Small = new()
    {
        Folds = 3,
        Repeats = 1,
        Epochs = 4,
        Patience = 2,
        TuningEpochs = 2,
        LearningRates = [0.003, 0.03],
        Hidden = [8],
    };

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Any_number_of_threads_gives_the_same_bits(int threads)
    {
        Table table = Planted.Linear(120, 1, random => random.NextNormal());
        ComparisonResult one = Compare(table, Small with { Threads = 1 }, "squared", "huber", "absolute");
        ComparisonResult many = Compare(table, Small with { Threads = threads }, "squared", "huber", "absolute");

        Assert.Equal(ScoresOf(one), ScoresOf(many));
        Assert.Equal(one.Outcomes.Select(o => o.Loss.Name), many.Outcomes.Select(o => o.Loss.Name));
    }

    [Fact]
    public void Another_seed_gives_other_folds()
    {
        Table table = Planted.Linear(120, 1, random => random.NextNormal());

        Assert.NotEqual(
            ScoresOf(Compare(table, Small, "squared")), ScoresOf(Compare(table, Small with { Seed = 2 }, "squared")));
    }

    [Fact]
    public void Whom_a_loss_is_compared_with_does_not_change_its_own_scores()
    {
        Table table = Planted.Linear(120, 1, random => random.NextNormal());
        ComparisonResult alone = Compare(table, Small, "huber");
        ComparisonResult together = Compare(table, Small, "squared", "huber");

        Assert.Equal(
            alone.Outcomes[0].Folds.Select(fold => fold.Scores[0]),
            together.Outcomes.Single(o => o.Loss.Name == "huber").Folds.Select(fold => fold.Scores[0]));
    }

    [Fact]
    public void Every_row_is_predicted_once_in_the_first_repeat()
    {
        ComparisonResult result = Compare(Planted.Linear(100, 1, _ => 0), Small with { Repeats = 2 }, "squared");

        Assert.Equal(
            100, result.Outcomes[0].Folds.Where(fold => fold.Repeat == 0).Sum(fold => fold.Responses.Count));
        Assert.Equal(
            Enumerable.Range(0, 100), result.Folds.Where(fold => fold.Repeat == 0).SelectMany(fold => fold.Test).Order());
    }

    [Fact]
    public void Losses_on_two_classes_with_one_score_and_with_two_learn_the_same_truth()
    {
        ComparisonResult result = Compare(
            Planted.TwoClasses(400, 3), Small with { Epochs = 20 }, "binary-cross-entropy", "cross-entropy", "hinge", "multi-margin");

        // The best ranking possible, by σ(2a − b), has an area of about 0.89.
        Assert.All(result.Outcomes, outcome => Assert.InRange(outcome.Scores[0]!.Value.Mean, 0.8, 0.95));
        Assert.Null(Score(result, "hinge", "log-loss"));
        Assert.Null(Score(result, "multi-margin", "log-loss"));
        Assert.InRange(Score(result, "cross-entropy", "log-loss")!.Value.Mean, 0.3, 0.6);
    }

    [Fact]
    public void Three_classes_are_learnt()
    {
        ComparisonResult result = Compare(
            Planted.ThreeClasses(300, 4), Small with { Epochs = 20 }, "cross-entropy", "multi-margin");

        Assert.All(result.Outcomes, outcome => Assert.True(outcome.Scores[0]!.Value.Mean > 0.75));
    }

    [Fact]
    public void A_metric_of_probabilities_leaves_scores_unjudged_and_says_so()
    {
        Table table = Planted.TwoClasses(120, 3);
        ComparisonResult result = new Comparison(
            table, Target.Read(table, "y"), [Objective.Parse("binary-cross-entropy"), Objective.Parse("hinge")],
            MetricCatalogue.Find("log-loss"), Small).Run();

        Assert.Equal("binary-cross-entropy", result.Verdict.Take!.Loss.Name);
        Assert.Contains("no probabilities", result.Outcomes[^1].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_diverges_is_a_result()
    {
        // e^(1000 r) of a standardised residual is beyond every float.
        ComparisonResult result = Compare(
            Planted.Linear(120, 1, random => random.NextNormal()), Small, "squared", "linex:a=1000");

        LossOutcome linex = result.Outcomes[^1];
        Assert.Equal("linex:a=1000", linex.Loss.Name);
        Assert.Contains("diverged in 3 of 3 folds", linex.Failure, StringComparison.Ordinal);
        Assert.Equal("squared", result.Verdict.Take!.Loss.Name);
    }

    [Fact]
    public void Cancelling_ends_it()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Table table = Planted.Linear(60, 1, _ => 0);
        Comparison comparison = new(
            table, Target.Read(table, "y"), [Objective.Parse("squared")], MetricCatalogue.Find("mae"), Small);

        Assert.ThrowsAny<OperationCanceledException>(() => comparison.Run(cancellation: cancelled.Token));
    }

    [Fact]
    public void A_training_that_throws_ends_the_others_and_its_exception_comes_out()
    {
        Table table = Planted.Linear(60, 1, _ => 0);
        Comparison comparison = new(
            table, Target.Read(table, "y"), [Objective.Parse("squared"), Objective.Parse("absolute")], MetricCatalogue.Find("mae"), Small);
        FailingLog log = new();

        Assert.Equal("disk full", Assert.Throws<IOException>(() => comparison.Run(log: log)).Message);
        Assert.InRange(log.Calls, 1, 2);
    }

    [Fact]
    public void A_target_that_dwarfs_the_others_is_refused_with_its_row()
    {
        Table table = Planted.WithTargets(Planted.Linear(60, 1, _ => 0), [7], _ => 1e300);
        DataFileException error = Assert.Throws<DataFileException>(() => new Comparison(
            table, Target.Read(table, "y"), [Objective.Parse("squared")], MetricCatalogue.Find("mae"), Small));

        Assert.Equal(9, error.Row);
        Assert.Contains("1E+300 is too large to be learnt", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("squared-log")]
    [InlineData("absolute-percentage")]
    public void A_loss_of_relative_errors_learns_positive_targets(string loss)
    {
        // y = 3a − 2b + c + 20 is 16 to 24 mostly: a constant would err by 15 %.
        ComparisonResult result = Compare(
            Planted.Linear(300, 1, _ => 20), Small with { Epochs = 30, Patience = 30, LearningRates = [0.01] }, loss);

        Assert.Null(result.Outcomes[0].Failure);
        Assert.InRange(result.Outcomes[0].Scores[0]!.Value.Mean, 0, 1);
    }

    [Fact]
    public void Rows_that_repeat_others_are_told()
    {
        Table table = Planted.Repeated(Planted.Linear(40, 1, random => random.NextNormal()), 3);

        Assert.Contains(
            Compare(table, Small, "squared").Findings,
            finding => finding.Message.StartsWith("3 rows repeat an earlier one in every cell", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loss_that_is_flat_where_the_residuals_are_is_found_not_to_learn()
    {
        // Tukey's loss is constant beyond c: a millionth of the target's spread.
        ComparisonResult result = Compare(
            Planted.Linear(120, 1, random => random.NextNormal()), Small, "squared", "tukey:c=1e-6");

        Finding finding = Assert.Single(result.Findings, one => one.Message.Contains("gradient", StringComparison.Ordinal));
        Assert.StartsWith("tukey:c=1E-06: the gradient vanishes in layer 1 and 2 in 3 of 3 folds", finding.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1], GradientHealth.LayersWithout(result.Outcomes.Single(o => o.Loss.Card.Key == "tukey").Folds[0]));
        Assert.All(result.Outcomes.Single(o => o.Name == "squared").Folds, fold =>
        {
            Assert.Empty(GradientHealth.LayersWithout(fold));
            Assert.Equal(fold.Epochs, fold.GradientNorms.Count);
            Assert.True(fold.SecondsPerEpoch > 0);
        });
    }

    [Theory]
    [InlineData("mae", "hinge", "hinge is no loss for a regression target")]
    [InlineData("mae", "squared,squared", "squared is named twice")]
    [InlineData("mae", "gamma", "gamma takes targets in (0, ∞)")]
    [InlineData("mae", "squared-log", "squared-log takes targets in (−1, ∞)")]
    [InlineData("roc-auc", "squared", "roc-auc does not judge a regression target; these do: mae, rmse")]
    public void What_does_not_fit_is_refused_before_training(string metric, string losses, string expected)
    {
        Table table = Planted.Linear(60, 1, random => random.NextNormal());
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Comparison(
            table,
            Target.Read(table, "y"),
            [.. losses.Split(',').Select(Objective.Parse)],
            MetricCatalogue.Find(metric),
            Small));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_of_probabilities_is_refused_for_its_namesake_on_logits() => Assert.Equal(
        "binary-cross-entropy-on-probabilities takes predictions in [0, 1] only, which a network's output need not be; "
        + "binary-cross-entropy is the same on logits",
        Candidates.Refusal(
            Objective.Parse("binary-cross-entropy-on-probabilities"), Target.Read(Planted.TwoClasses(60, 1), "y")));

    [Fact]
    public void Proportions_are_learnt_through_logits()
    {
        Table table = Planted.Proportions(200, 3);
        ComparisonResult result = Compare(table, Small with { Epochs = 20, LearningRates = [0.03] }, "binary-cross-entropy");

        Assert.Null(result.Outcomes[0].Failure);
        Assert.All(result.Outcomes[0].Folds.SelectMany(fold => fold.Responses), response => Assert.InRange(response, 0, 1));
        Assert.InRange(result.Outcomes[0].Scores[0]!.Value.Mean, 0, 0.1);
    }

    [Fact]
    public void Every_default_candidate_of_every_task_is_in_the_catalogue()
    {
        Target positive = Target.Read(Planted.Linear(60, 1, _ => 100), "y");
        Target two = Target.Read(Planted.TwoClasses(60, 3), "y");
        Target three = Target.Read(Planted.ThreeClasses(60, 4), "y");

        Assert.Equal(7, Candidates.DefaultsFor(positive).Count);
        Assert.Equal(6, Candidates.DefaultsFor(two).Count);
        Assert.Equal(6, Candidates.DefaultsFor(three).Count);
    }

    private static ScoreInterval? Score(ComparisonResult result, string loss, string metric)
    {
        int index = result.Metrics.Select(m => m.Key).ToList().IndexOf(metric);
        return result.Outcomes.Single(o => o.Loss.Name == loss).Scores[index];
    }

    private static double?[] ScoresOf(ComparisonResult result) =>
        [.. result.Outcomes.OrderBy(o => o.Simplicity).SelectMany(o => o.Folds).SelectMany(fold => fold.Scores)];

    private static ComparisonResult Compare(Table table, ComparisonOptions options, params string[] losses)
    {
        Target target = Target.Read(table, "y");
        return new Comparison(
            table, target, [.. losses.Select(Objective.Parse)], MetricCatalogue.DefaultFor(target.Task), options).Run();
    }

    private sealed class FailingLog : ITrainingLog
    {
        public int Calls { get; private set; }

        public FoldOutcome? Find(string objective, int repeat, int fold) => null;

        public void Add(string objective, FoldOutcome outcome)
        {
            Calls++;
            throw new IOException("disk full");
        }
    }
}
