using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies.Tests;

public sealed class QueryComparisonTests
{
    private static readonly ComparisonOptions Small = new()
    {
        Folds = 3,
        Repeats = 1,
        Epochs = 25,
        Patience = 10,
        TuningEpochs = 2,
        LearningRates = [0.01],
        Hidden = [8],
    };

    [Fact]
    public void Losses_of_lists_and_of_rows_learn_the_order_and_are_judged_by_it()
    {
        ComparisonResult result = Compare(Search(), Small, "lambdarank", "listnet", "ranknet", "approx-ndcg", "squared");
        Assert.Equal(["ndcg:at=10", "ordered-pairs"], result.Metrics.Select(metric => metric.Key));
        Assert.All(result.Outcomes, outcome => Assert.True(outcome.Scores[0]!.Value.Mean > 0.9, outcome.Name));
        Assert.All(
            result.Folds,
            fold => Assert.Empty(
                fold.Test.Select(i => result.Target.Queries[i]).Intersect(fold.Training.Select(i => result.Target.Queries[i]))));
        Assert.Null(result.Diagnostics.Murphy);
        Assert.Empty(result.Diagnostics.Segments);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        ComparisonOptions brief = Small with { Epochs = 3 };
        double?[] Scores(int threads) =>
            [.. Compare(Search(), brief with { Threads = threads }, "lambdarank", "squared").Outcomes
                .SelectMany(loss => loss.Folds.SelectMany(fold => fold.Scores))];
        Assert.Equal(Scores(1), Scores(3));
    }

    [Theory]
    [InlineData("mae", "q", null, "lambdarank gives rows an order and no grade, which mae cannot judge")]
    [InlineData("mae", null, null, "name the column that says which belong together by --query")]
    [InlineData("ndcg", null, null, "name the column that says which belong together by --query")]
    [InlineData("ndcg", "q", "w", "lambdarank is one term a query, and takes no weights of rows")]
    public void What_cannot_be_ordered_is_refused(string metric, string? query, string? weights, string message)
    {
        Table table = Search();
        Target target = Target.Read(table, "y", new() { Task = TaskKind.Regression, Query = query, Weights = weights });
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => new Comparison(
                table, target, [Objective.Parse("lambdarank")], MetricCatalogue.Find(metric), Small)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_for_queries_is_what_a_comparison_trains()
    {
        Table table = Search();
        Target target = Target.Read(table, "y", new() { Task = TaskKind.Regression, Query = "q" });
        Advice advice = Advisor.Advise(Profiler.Profile(table, target), new() { QueryColumn = "q" });
        Assert.Equal(("graded-queries", "lambdarank"), (advice.Recommended.RuleId, advice.Recommended.Objective.Name));
        Assert.Equal("ndcg:at=10", advice.Metric!.Key);
        Assert.Equal(
            ["lambdarank", "listnet", "ranknet", "approx-ndcg", "squared"],
            Candidates.From(advice, target).Select(objective => objective.Name));
        Assert.Contains("in order", advice.Recommended.Means, StringComparison.Ordinal);
    }

    /// <summary>Sixty queries of eight rows: grades 0 to 3 by the quarter of a score that two features tell but for noise.</summary>
    private static Table Search()
    {
        RandomStream random = new(11);
        StringBuilder text = new("a,b,q,w,y\n");
        for (int i = 0; i < 480; i++)
        {
            double a = random.NextNormal(), b = random.NextNormal(), score = a - b + (0.3 * random.NextNormal());
            int grade = score < -0.9 ? 0 : score < 0 ? 1 : score < 0.9 ? 2 : 3;
            text.Append(CultureInfo.InvariantCulture, $"{a},{b},q{i / 8},{1 + (i % 2)},{grade}\n");
        }

        return CsvFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "search.csv");
    }

    private static ComparisonResult Compare(Table table, ComparisonOptions options, params string[] losses) => new Comparison(
        table,
        Target.Read(table, "y", new() { Task = TaskKind.Regression, Query = "q" }),
        [.. losses.Select(Objective.Parse)],
        MetricCatalogue.Find("ndcg:at=10"),
        options).Run();
}
