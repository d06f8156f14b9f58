using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

/// <summary>Losses that read more than a prediction and a target, trained and judged.</summary>
public sealed class ArrayTrainingTests
{
    private static readonly ComparisonOptions Small = new()
    {
        Folds = 4,
        Repeats = 1,
        Epochs = 40,
        Patience = 12,
        TuningEpochs = 2,
        LearningRates = [0.01],
        Hidden = [8],
    };

    [Fact]
    public void Zeros_of_their_own_source_make_quantiles_better_than_those_of_a_mean_and_its_errors()
    {
        Table table = PlantedTruths.Find("excess-zeros").Make(3, 1500);
        ComparisonResult result = Compare(
            table, "y", "quantile-score", Small with { Quantiles = [0.1, 0.5, 0.9] }, "zero-inflated-poisson", "hurdle-poisson", "squared");
        Assert.True(ScoreOf(result, "zero-inflated-poisson") < 0.93 * ScoreOf(result, "squared"));
        Assert.True(ScoreOf(result, "hurdle-poisson") < 0.93 * ScoreOf(result, "squared"));
    }

    [Fact]
    public void The_mean_of_a_distribution_of_counts_is_what_is_judged_where_no_quantiles_are_asked_for()
    {
        Table table = PlantedTruths.Find("excess-zeros").Make(3, 1500);
        ComparisonResult result = Compare(
            table, "y", "rmse", Small, "poisson", "zero-inflated-poisson", "hurdle-poisson", "zero-inflated-negative-binomial");
        Assert.All(result.Outcomes, loss => Assert.InRange(ScoreOf(result, loss.Name) / ScoreOf(result, "poisson"), 0.9, 1.05));
        Assert.All(result.Outcomes, loss => Assert.All(loss.Folds.SelectMany(fold => fold.Responses), mean => Assert.True(mean >= 0)));
    }

    [Fact]
    public void Amounts_of_which_many_are_zero_get_better_quantiles_than_those_of_a_mean_and_its_errors()
    {
        Table table = Amounts();
        ComparisonOptions levels = Small with { Quantiles = [0.25, 0.5, 0.75, 0.9] };
        ComparisonResult result = Compare(table, "y", "quantile-score", levels, "zero-inflated-log-normal", "squared");
        Assert.True(ScoreOf(result, "zero-inflated-log-normal") < 0.93 * ScoreOf(result, "squared"));
    }

    [Fact]
    public void The_mean_of_a_distribution_of_amounts_is_what_is_judged_where_no_quantiles_are_asked_for()
    {
        ComparisonResult result = Compare(Amounts(), "y", "rmse", Small, "squared", "zero-inflated-log-normal");
        Assert.InRange(ScoreOf(result, "zero-inflated-log-normal") / ScoreOf(result, "squared"), 0.8, 1.1);
        LossOutcome amounts = result.Outcomes.Single(loss => loss.Name == "zero-inflated-log-normal");
        Assert.All(amounts.Folds.SelectMany(fold => fold.Responses), mean => Assert.True(mean >= 0));
    }

    [Fact]
    public void Distribution_of_amounts_is_refused_where_some_are_below_zero() => Assert.Equal(
        "zero-inflated-log-normal is a distribution of amounts from 0 up, but 'y' holds some below 0",
        Candidates.Refusal(Objective.Parse("zero-inflated-log-normal"), Target.Read(Cut(), "y")));

    [Fact]
    public void Where_half_the_targets_are_cut_off_a_censored_likelihood_learns_what_lies_beyond()
    {
        // y = min(3a + noise, 0): half of the rows stand at 0. The median of what is observed is min(3a, 0).
        Table table = Cut();
        ComparisonResult result = Compare(table, "y", "mae", Small, "tobit", "squared");
        Assert.True(ScoreOf(result, "tobit") < 0.95 * ScoreOf(result, "squared"));
        LossOutcome tobit = result.Outcomes.Single(loss => loss.Name == "tobit");
        Assert.All(tobit.Folds.SelectMany(fold => fold.Responses), observed => Assert.True(observed <= 0));
    }

    [Fact]
    public void Where_bounds_are_stated_a_tie_goes_to_the_loss_that_knows_of_them()
    {
        ComparisonOptions brief = Small with { Epochs = 1, Folds = 2 };
        Verdict Of(bool hasBounds) =>
            Compare(Cut(), "y", "mae", brief with { HasBounds = hasBounds }, "squared", "tobit").Verdict;
        Assert.Equal(("squared", false), (Of(false).Take!.Name, Of(false).IsMadeForBounds));
        Assert.Equal(("tobit", true), (Of(true).Take!.Name, Of(true).IsMadeForBounds));
    }

    [Fact]
    public void Steps_of_a_scale_give_probabilities_that_are_as_good_as_those_of_classes()
    {
        Table table = PlantedTruths.Find("ordinal").Make(2, 1500);
        ComparisonResult result = Compare(
            table, "y", "ranked-probability", Small, "cross-entropy", "corn", "coral", "cumulative-link", "cumulative-probit", "cumulative-cloglog");
        Assert.All(result.Outcomes, loss => Assert.InRange(ScoreOf(result, loss.Name) / ScoreOf(result, "cross-entropy"), 0.9, 1.1));
        foreach (FoldOutcome fold in result.Outcomes.SelectMany(loss => loss.Folds))
        {
            Assert.All(fold.Responses, probability => Assert.InRange(probability, 0, 1));
            Assert.All(fold.Responses.Chunk(5), row => Assert.Equal(1, row.Sum(), 1e-12));
        }
    }

    [Fact]
    public void Costs_of_classes_decide_by_probabilities_and_in_training()
    {
        Table table = PlantedTruths.Find("imbalanced-classes").Make(2, 1500);
        Target target = Target.Read(table, "y");

        // Sorted: beech, birch, larch, oak, pine. To miss a larch costs twenty times as much as any other mistake.
        ClassTable costs = Tables.OfClasses("abcde", "0 1 1 1 1;1 0 1 1 1;20 20 0 20 20;1 1 1 0 1;1 1 1 1 0", ClassTable.ReadCosts);
        double[] matrix = costs.For(Target.Read(PlantedLetters(), "y"));
        ComparisonOptions informed = Small with { ClassCosts = matrix };
        ComparisonResult result = Compare(table, "y", "class-cost", informed, "cross-entropy", "expected-cost");
        FoldOutcome fold = result.Outcomes.Single(loss => loss.Name == "cross-entropy").Folds[0];
        double likeliest = CostMetrics.Mean(
            [.. fold.Responses.Chunk(5).Select(row => Array.IndexOf(row, row.Max()))],
            [.. result.Folds[0].Test.Select(row => target.Classes[row])],
            matrix);
        Assert.True(fold.Scores[0] < 0.8 * likeliest, $"{fold.Scores[0]}, by the likeliest {likeliest}");
        Assert.True(ScoreOf(result, "expected-cost") < 1.5 * ScoreOf(result, "cross-entropy"));
    }

    [Fact]
    public void Rates_of_wrong_labels_that_are_known_are_put_right()
    {
        // Of five b three are labelled a: the likeliest label of a true b is a, and the likeliest true class b.
        Table table = Flipped();
        Target target = Target.Read(table, "y");
        ClassTable flips = Tables.OfClasses("abc", "1 0 0;0.6 0.4 0;0 0 1", ClassTable.ReadShares);
        ComparisonResult result = Compare(
            table, "y", "accuracy", Small with { Flips = flips.For(target) }, "cross-entropy", "forward-correction", "backward-correction");
        ReadOnlySpan<double> truth = table.Column("truth").Numbers;
        Assert.True(RightOf(result, "forward-correction", truth) > RightOf(result, "cross-entropy", truth) + 0.1);
        Assert.True(RightOf(result, "backward-correction", truth) > RightOf(result, "cross-entropy", truth) + 0.05);
    }

    [Fact]
    public void Of_two_classes_rates_of_wrong_labels_are_put_right_too()
    {
        // Three of five positives are labelled negative: hardly a row is likelier labelled positive than not.
        RandomStream random = new(4);
        StringBuilder text = new("a,b,truth,y\n");
        for (int i = 0; i < 900; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            int truth = (2 * a) - b > 0 ? 1 : 0;
            string label = truth == 1 && random.NextDouble() > 0.6 ? "yes" : "no";
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{truth},{label}\n");
        }

        Table table = Read(text);
        ComparisonOptions informed = Small with { Flips = [1, 0, 0.6, 0.4] };
        ComparisonResult result = Compare(table, "y", "roc-auc", informed, "forward-correction", "binary-cross-entropy");
        double[] truths = table.Column("truth").Numbers.ToArray();
        double RightOf(string name) => result.Folds.Zip(result.Outcomes.Single(loss => loss.Name == name).Folds)
            .SelectMany(pair => pair.First.Test.Zip(pair.Second.Responses))
            .Average(row => (row.Second > 0.5) == (truths[row.First] == 1) ? 1.0 : 0);
        Assert.True(RightOf("forward-correction") > 0.85);
        Assert.True(RightOf("binary-cross-entropy") < 0.75);
    }

    [Theory]
    [InlineData("expected-cost", "poisson", "expected-cost is for classes, but the target 'y' is counts")]
    [InlineData("expected-cost", "two-classes", "expected-cost is for several classes; cost-sensitive is for two")]
    [InlineData("expected-cost", "classes", "name a file by --costs FILE.csv")]
    [InlineData("forward-correction", "classes", "takes how often labels are wrong: --noise 0.2")]
    [InlineData("corn", "two-classes", "corn is for several classes on a scale, but the target 'y' is binary")]
    [InlineData("cumulative-link", "two-classes", "cumulative-link is for several classes on a scale")]
    [InlineData("tobit", "normal-noise", "none of 'y' is, as no tenth of the rows share its smallest or largest number")]
    [InlineData("tobit", "poisson", "tobit is a distribution of real numbers, but the target 'y' is counts")]
    [InlineData("hurdle-poisson", "normal-noise", "hurdle-poisson is a distribution of counts, but the target 'y' is regression")]
    [InlineData("gaussian", "normal-noise", "ask for them by --quantiles 0.1,0.5,0.9")]
    public void What_does_not_fit_is_refused_with_what_would(string loss, string planted, string message) => Assert.Contains(
        message,
        Candidates.Refusal(Objective.Parse(loss), Target.Read(PlantedTruths.Find(planted).Make(1), "y")),
        StringComparison.Ordinal);

    [Fact]
    public void Rates_that_leave_two_classes_alike_cannot_be_inverted()
    {
        Target target = Target.Read(Flipped(), "y");
        ComparisonOptions options = Small with { Flips = [0.5, 0.5, 0, 0.5, 0.5, 0, 0, 0, 1] };
        Assert.Contains(
            "two of them are labelled alike",
            Candidates.Refusal(Objective.Parse("backward-correction"), target, options),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        Table table = Flipped();
        ComparisonOptions brief = Small with { Epochs = 2, Flips = [0.8, 0.1, 0.1, 0.1, 0.8, 0.1, 0.1, 0.1, 0.8] };
        double?[] Scores(int threads) =>
            [.. Compare(table, "y", "accuracy", brief with { Threads = threads }, "forward-correction", "corn", "cumulative-link").Outcomes
                .SelectMany(loss => loss.Folds.SelectMany(fold => fold.Scores))];
        Assert.Equal(Scores(1), Scores(3));
    }

    private static double RightOf(ComparisonResult result, string name, ReadOnlySpan<double> truth)
    {
        int right = 0;
        foreach ((Fold fold, FoldOutcome outcome) in result.Folds.Zip(result.Outcomes.Single(loss => loss.Name == name).Folds))
        {
            foreach ((int row, double[] probabilities) in fold.Test.Zip(outcome.Responses.Chunk(3)))
            {
                right += Array.IndexOf(probabilities, probabilities.Max()) == truth[row] ? 1 : 0;
            }
        }

        return right / (double)truth.Length;
    }

    /// <summary>Nothing with probability σ(2a), else a log-normal amount that grows with b.</summary>
    private static Table Amounts()
    {
        RandomStream random = new(6);
        StringBuilder text = new("a,b,y\n");
        for (int i = 0; i < 1200; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            bool isSome = random.NextDouble() > 1 / (1 + Math.Exp(-2 * a));
            double y = isSome ? Math.Exp(1 + (0.6 * b) + (0.5 * random.NextNormal())) : 0;
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{y:R}\n");
        }

        return Read(text);
    }

    private static Table Cut()
    {
        RandomStream random = new(5);
        StringBuilder text = new("a,b,y\n");
        for (int i = 0; i < 900; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{Math.Min((3 * a) + (2 * random.NextNormal()), 0):R}\n");
        }

        return Read(text);
    }

    /// <summary>Three classes along a, the middle one of which is labelled as the first more often than as itself.</summary>
    private static Table Flipped()
    {
        RandomStream random = new(9);
        StringBuilder text = new("a,b,truth,y\n");
        for (int i = 0; i < 900; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal();
            int truth = a < -0.4 ? 0 : a < 0.4 ? 1 : 2;
            char label = truth == 1 && random.NextDouble() < 0.6 ? 'a' : "abc"[truth];
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{truth},{label}\n");
        }

        return Read(text);
    }

    private static Table PlantedLetters()
    {
        StringBuilder text = new("x,y\n");
        for (int i = 0; i < 50; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i},{"abcde"[i % 5]}\n");
        }

        return Read(text);
    }

    private static Table Read(StringBuilder text) =>
        CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "made.csv");

    private static double ScoreOf(ComparisonResult result, string name) =>
        result.Outcomes.Single(outcome => outcome.Name == name).Scores[0]!.Value.Mean;

    private static ComparisonResult Compare(
        Table table, string column, string metric, ComparisonOptions options, params string[] losses) => new Comparison(
        table.Without(["truth"]),
        Target.Read(table, column),
        [.. losses.Select(Objective.Parse)],
        MetricCatalogue.Find(metric),
        options).Run();
}
