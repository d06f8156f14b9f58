using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class RecommendCommandTests
{
    [Theory]
    [InlineData("ames", "regression", "gamma")]
    [InlineData("concrete", "regression", "squared|huber")]
    [InlineData("diabetes", "regression", "squared|huber")]
    [InlineData("breast_cancer", "binary", "binary-cross-entropy")]
    [InlineData("attrition", "binary", "binary-cross-entropy")]
    [InlineData("churn", "binary", "binary-cross-entropy")]
    [InlineData("iris", "multi-class", "cross-entropy")]
    [InlineData("wine", "multi-class", "cross-entropy")]
    [InlineData("hpc_class", "multi-class", "cross-entropy")]
    public async Task A_sample_gets_advice(string sample, string task, string losses)
    {
        Outcome outcome = await Invocation.RunAsync("recommend", $"sample:{sample}", "--json");
        Assert.Equal(("", ExitCode.Done), (outcome.Error, outcome.Code));
        Assert.Equal(task, outcome.Json.GetProperty("task").GetString());
        JsonElement recommended = outcome.Json.GetProperty("recommended")[0];
        Assert.Contains(recommended.GetProperty("key").GetString(), losses.Split('|'));
        Assert.NotEqual("", recommended.GetProperty("source").GetString());
        Assert.Equal(
            recommended.GetProperty("objectiveInComparison").GetString(), outcome.Json.GetProperty("candidates")[0].GetString());
    }

    [Fact]
    public async Task The_document_is_the_same_every_time()
    {
        Outcome first = await Invocation.RunAsync("recommend", "sample:diabetes", "--json", "--explain");
        Outcome second = await Invocation.RunAsync("recommend", "sample:diabetes", "--json", "--explain");
        Assert.Equal(first.Out, second.Out);
        Assert.Equal(JsonValueKind.Null, first.Json.GetProperty("properties")[0].GetProperty("nanosecondsPerRow").ValueKind);
        Assert.Contains(
            first.Json.GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == "outliers");
    }

    [Fact]
    public async Task The_page_says_what_to_train_with_why_and_what_to_type_next()
    {
        Outcome outcome = await Invocation.RunAsync("recommend", "sample:ames");
        string[] lines = outcome.Out.Split('\n');
        Assert.Contains(lines, line => line.StartsWith("Train with gamma", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Taylor's slope", StringComparison.Ordinal));
        Assert.StartsWith("  lossary compare sample:ames --losses gamma,", lines[^2], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 200));
    }

    [Fact]
    public async Task A_narrow_terminal_keeps_the_columns_that_fit()
    {
        Outcome outcome = await Invocation.RunAsync(60, "", ["recommend", "sample:breast_cancer"]);
        string table = outcome.Out[outcome.Out.IndexOf("What else one chooses", StringComparison.Ordinal)..];
        Assert.Contains("generalised-cross-entropy   several", table, StringComparison.Ordinal);
        Assert.DoesNotContain("…", table, StringComparison.Ordinal);
        Assert.DoesNotContain("ns/row", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_decide_before_the_data()
    {
        Outcome outcome = await Invocation.RunAsync("recommend", "sample:concrete", "--quantiles", "0.9,0.1", "--json");
        Assert.Equal(
            ["quantile:level=0.1", "quantile:level=0.9"],
            outcome.Json.GetProperty("recommended").EnumerateArray().Select(s => s.GetProperty("objective").GetString()));
        outcome = await Invocation.RunAsync("recommend", "sample:concrete", "--costs", "3,1", "--json");
        Assert.Equal("quantile:level=0.75", outcome.Json.GetProperty("recommended")[0].GetProperty("objective").GetString());
        Assert.Contains("--metric pinball:level=0.75", outcome.Json.GetProperty("command").GetString(), StringComparison.Ordinal);
        outcome = await Invocation.RunAsync("recommend", "sample:iris", "--noise", "0.2", "--json");
        Assert.Equal("generalised-cross-entropy", outcome.Json.GetProperty("recommended")[0].GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("8,1")]
    [InlineData("1:8")]
    public async Task Costs_of_mistakes_decide_between_two_classes(string costs)
    {
        Outcome outcome = await Invocation.RunAsync("recommend", "sample:attrition", "--costs", costs, "--json");
        Assert.Equal("cost-sensitive:miss=8", outcome.Json.GetProperty("recommended")[0].GetProperty("objective").GetString());
        string command = outcome.Json.GetProperty("command").GetString()!;
        Assert.Contains("--metric decision-cost:threshold=0.111111 --costs 8,1", command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_costs_decides_between_classes_and_goes_on_to_the_comparison()
    {
        using Scratch scratch = new();
        string costs = scratch.Write("costs.csv", "true,0,1,2", "0,0,1,1", "1,1,0,1", "2,9,9,0");
        Outcome outcome = await Invocation.RunAsync("recommend", "sample:iris", "--costs", costs, "--json");
        Assert.Equal("costs-between-classes", outcome.Json.GetProperty("recommended")[0].GetProperty("rule").GetString());
        Assert.Contains(
            $"--metric class-cost --costs {costs} --losses cross-entropy,",
            outcome.Json.GetProperty("command").GetString(),
            StringComparison.Ordinal);
        outcome = await Invocation.RunAsync(
            "compare", "sample:iris", "--costs", costs, "--no-run", "--json", "--quiet", "--epochs", "2", "--repeats", "1", "--folds", "3");
        Assert.Equal("class-cost", outcome.Json.GetProperty("metric").GetString());
    }

    [Theory]
    [InlineData("--costs", "true,0,1\n0,0,1\n1,1,0\n", "table.csv: has no class '2', which 'target' holds; it has 0, 1.")]
    [InlineData("--costs", "true,0,1,2\n0,0,1,1\n1,1,0,a\n2,9,9,0\n", "table.csv, row 3, column '2': 'a' is no number.")]
    [InlineData("--noise", "true,0,1,2\n0,1,0,0\n1,0,1,0\n2,0.5,0,0\n", "table.csv, row 4: the shares of class '2' add up to 0.5, not to 1.")]
    public async Task A_table_of_classes_that_does_not_fit_is_bad_data(string option, string text, string message)
    {
        using Scratch scratch = new();
        string table = scratch.Write("table.csv", text);
        Assert.Equal(
            $"lossary: {message}",
            (await Invocation.RefusedAsync(ExitCode.BadData, "recommend", "sample:iris", option, table)).TrimEnd());
    }

    [Fact]
    public async Task A_threshold_can_be_changed()
    {
        Outcome outcome = await Invocation.RunAsync("recommend", "sample:concrete", "--threshold", "spread-ratio=1", "--json");
        Assert.Equal("unequal-spread", outcome.Json.GetProperty("recommended")[0].GetProperty("rule").GetString());
        Assert.Equal(1, outcome.Json.GetProperty("thresholds").GetProperty("spread-ratio").GetDouble());
    }

    [Fact]
    public async Task To_explain_is_to_show_every_rule_and_every_threshold()
    {
        Outcome outcome = await Invocation.RunAsync("recommend", "sample:iris", "--explain");
        Assert.All(
            DecisionTableOf("multi-class"), id => Assert.Contains(id, outcome.Out, StringComparison.Ordinal));
        Assert.Contains("outlier-share", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("engineering default", outcome.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no threshold 'outlier-shares'; nearest: 'outlier-share'.", "--threshold", "outlier-shares=0.1")]
    [InlineData("--threshold takes NAME=VALUE, such as outlier-share=0.02, but is 'decades'.", "--threshold", "decades")]
    [InlineData("rare-class must be within [0, 1], but is 3.", "--threshold", "rare-class=3")]
    [InlineData("--costs takes 2 numbers with a comma between, but is '3'.", "--costs", "3")]
    [InlineData("--costs takes positive numbers, but is -1.", "--costs", "3,-1")]
    [InlineData("--quantiles takes numbers above 0 and below 1, but is 1.5.", "--quantiles", "0.1,1.5")]
    [InlineData("--quantiles takes numbers, but 'high' is none.", "--quantiles", "high")]
    [InlineData("--quantiles names 0.5 twice.", "--quantiles", "0.5,0.1,0.50")]
    [InlineData("--noise takes numbers above 0 and below 1, but is 2.", "--noise", "2")]
    [InlineData("accuracy does not judge a regression target", "--metric", "accuracy")]
    [InlineData("There is no metric 'mea'", "--metric", "mea")]
    [InlineData("--metric: level must be", "--metric", "pinball:level=2")]
    [InlineData("--costs takes positive numbers, but is 0.", "--costs", "1,0")]
    public async Task What_cannot_be_is_refused(string message, string option, string value) => Assert.StartsWith(
        "lossary: " + message,
        await Invocation.RefusedAsync(ExitCode.BadUsage, "recommend", "sample:diabetes", option, value),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_column_that_is_not_there_is_bad_data()
    {
        string line = await Invocation.RefusedAsync(ExitCode.BadData, "recommend", "sample:ames", "--target", "Price");
        Assert.Contains("Sale_Price", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_target_cannot_be_the_weights_as_well()
    {
        string line = await Invocation.RefusedAsync(ExitCode.BadData, "recommend", "sample:diabetes", "--weights", "target");
        Assert.Contains("the target cannot be the weights as well", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--censored", "statu", "no column 'statu'; nearest: 'status'")]
    [InlineData("--censored", "days", "the target cannot be the event indicator as well")]
    [InlineData("--censored", "x", "is no event indicator; write 1 where the target was observed, 0 where it is only a bound")]
    [InlineData("--query", "ward", "no column 'ward'")]
    public async Task A_column_that_does_not_hold_what_an_option_asks_is_bad_data(string option, string column, string message)
    {
        using Scratch scratch = new();
        string[] words = ["recommend", scratch.Write("trial.csv", Trial), "--target", "days", option, column];
        Assert.Contains(message, await Invocation.RefusedAsync(ExitCode.BadData, words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Censored_times_are_told_apart_from_values()
    {
        using Scratch scratch = new();
        string[] words = ["recommend", scratch.Write("trial.csv", Trial), "--target", "days", "--censored", "status"];
        Outcome outcome = await Invocation.RunAsync([.. words, "--json"]);
        Assert.Equal("censored-times", outcome.Json.GetProperty("recommended")[0].GetProperty("rule").GetString());
        Assert.Equal("cox", outcome.Json.GetProperty("candidates")[0].GetString());
        Assert.Equal(0.25, outcome.Json.GetProperty("facts").GetProperty("censored-share").GetDouble());
        Assert.Contains("--censored status --metric concordance", outcome.Json.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.Contains("Cox", (await Invocation.RunAsync(words)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_queries_are_to_be_ordered()
    {
        using Scratch scratch = new();
        string data = scratch.Write("search.csv", Samples.Search);
        Outcome outcome = await Invocation.RunAsync("recommend", data, "--target", "y", "--query", "q", "--json");
        Assert.Equal("graded-queries", outcome.Json.GetProperty("recommended")[0].GetProperty("rule").GetString());
        Assert.Equal("lambdarank", outcome.Json.GetProperty("candidates")[0].GetString());
        Assert.Equal(12, outcome.Json.GetProperty("facts").GetProperty("queries").GetDouble());
        Assert.Contains("--query q --metric ndcg:at=10", outcome.Json.GetProperty("command").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_features_no_comparison_is_named_that_would_fail()
    {
        using Scratch scratch = new();
        string csv = "id,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"row {i},{i * i % 23}.5\n"));
        string[] words = ["recommend", scratch.Write("names.csv", csv), "--target", "y"];

        Outcome page = await Invocation.RunAsync(words);
        Outcome document = await Invocation.RunAsync([.. words, "--json"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (page.Code, document.Code));
        Assert.DoesNotContain("lossary compare", page.Out, StringComparison.Ordinal);
        Assert.Contains("cannot be held against the data", page.Out, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, document.Json.GetProperty("command").ValueKind);
    }

    /// <summary>Days grow with x; every fourth is a bound.</summary>
    private static string Trial => "x,days,status\n" + string.Concat(
        Enumerable.Range(0, 80).Select(i => $"{i * 7 % 80},{100 + (i * 7 % 80 * 3) + (i % 5)},{(i % 4 == 0 ? 0 : 1)}\n"));

    private static IEnumerable<string> DecisionTableOf(string task) =>
        Studies.DecisionTable.Rows.Where(row => row.Tasks.Contains(Data.TaskNames.Parse(task))).Select(row => row.Id);
}
