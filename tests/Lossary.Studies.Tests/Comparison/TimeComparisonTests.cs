using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class TimeComparisonTests
{
    private static readonly ComparisonOptions Small = new()
    {
        Folds = 5,
        Repeats = 1,
        Epochs = 40,
        Patience = 12,
        TuningEpochs = 3,
        LearningRates = [0.01],
        Hidden = [8],
    };

    [Fact]
    public void Losses_that_know_of_bounds_put_times_in_order_where_looks_end_by_what_does_not_matter()
    {
        ComparisonResult result = Compare(Trial(), Small, "cox", "weibull-aft", "log-normal-aft", "squared");
        Assert.Equal("concordance", Assert.Single(result.Metrics).Key);
        double naive = ScoreOf(result, "squared");
        Assert.All(
            (string[])["cox", "weibull-aft", "log-normal-aft"],
            name => Assert.True(ScoreOf(result, name) > naive + 0.03, $"{name} {ScoreOf(result, name)}, squared {naive}"));
        Assert.Equal("squared", result.Outcomes[^1].Name);
        Assert.Null(result.Diagnostics.Murphy);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        ComparisonOptions brief = Small with { Epochs = 3 };
        double?[] Scores(int threads) =>
            [.. Compare(Trial(), brief with { Threads = threads }, "cox", "weibull-aft").Outcomes
                .SelectMany(loss => loss.Folds.SelectMany(fold => fold.Scores))];
        Assert.Equal(Scores(1), Scores(3));
    }

    [Theory]
    [InlineData("cox", "mae", "e", null, "cox knows of bounds, which mae takes for values; concordance does not")]
    [InlineData("cox", "mae", null, null, "name the column that holds 1 where the event was seen by --censored")]
    [InlineData("squared", "concordance", null, null, "--censored names the column that tells which")]
    [InlineData("cox", "concordance", "e", "w", "cox is one term over all rows, and takes no weights of them")]
    [InlineData("cox-exact", "concordance", "e", "w", "cox-exact is one term over all rows, and takes no weights of them")]
    public void What_does_not_go_together_is_refused(
        string loss, string metric, string? events, string? weights, string message)
    {
        Table table = Trial();
        Target target = Target.Read(table, "y", new() { Task = TaskKind.Regression, Events = events, Weights = weights });
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => new Comparison(
                table, target, [Objective.Parse(loss)], MetricCatalogue.Find(metric), Small)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_for_censored_times_is_what_a_comparison_trains()
    {
        Table table = Trial();
        Target target = Target.Read(table, "y", new() { Task = TaskKind.Regression, Events = "e" });
        Advice advice = Advisor.Advise(Profiler.Profile(table, target), new() { EventColumn = "e" });
        Assert.Equal(("censored-times", "cox"), (advice.Recommended.RuleId, advice.Recommended.Objective.Name));
        Assert.Equal("concordance", advice.Metric!.Key);
        Assert.Equal(
            ["cox", "weibull-aft", "log-normal-aft", "absolute", "squared"],
            Candidates.From(advice, target).Select(objective => objective.Name));
        Assert.Contains("hazards", advice.Recommended.Means, StringComparison.Ordinal);
    }

    /// <summary>
    /// Exponential times of mean exp(2a); looks end early where b is large, which has no part in the time: who takes bounds for
    /// values learns b.
    /// </summary>
    private static Table Trial()
    {
        RandomStream random = new(5);
        StringBuilder text = new("a,b,e,w,y\n");
        for (int i = 0; i < 1200; i++)
        {
            double a = (2 * random.NextDouble()) - 1, b = (2 * random.NextDouble()) - 1;
            double time = Math.Exp(2 * a) * -Math.Log(1 - random.NextDouble());
            double look = Math.Exp(-3 * b) * 0.7;
            text.Append(
                CultureInfo.InvariantCulture, $"{a},{b},{(time <= look ? 1 : 0)},{1 + (i % 2)},{Math.Min(time, look) + 1e-6}\n");
        }

        return CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "trial.csv");
    }

    private static double ScoreOf(ComparisonResult result, string name) =>
        result.Outcomes.Single(outcome => outcome.Name == name).Scores[0]!.Value.Mean;

    private static ComparisonResult Compare(Table table, ComparisonOptions options, params string[] losses) => new Comparison(
        table,
        Target.Read(table, "y", new() { Task = TaskKind.Regression, Events = "e" }),
        [.. losses.Select(Objective.Parse)],
        MetricCatalogue.Find("concordance"),
        options).Run();
}
