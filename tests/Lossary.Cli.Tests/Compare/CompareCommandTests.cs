using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class CompareCommandTests
{
    /// <summary>Enough to train, little enough to test often.</summary>
    private static readonly string[] Small =
        [
            "--target", "y", "--folds", "3", "--repeats", "1", "--epochs", "8", "--hidden", "4", "--rates", "0.01,0.03",
            "--quiet",
        ];

    public static TheoryData<string, string, string, string> Tasks => new()
    {
        { "regression", Samples.Regression, "squared,absolute,huber:delta=0.5", "mae" },
        { "counts", Samples.Counts, "poisson,squared", "rmse" },
        { "binary", Samples.Binary, "binary-cross-entropy,hinge", "roc-auc" },
        { "multi-class", Samples.MultiClass, "cross-entropy,focal", "accuracy" },
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task Json_tells_task_metric_verdict_and_how_each_loss_did(
        string task, string csv, string losses, string metric)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", csv);

        Outcome outcome =
            await Invocation.RunAsync(["compare", data, .. Small, "--losses", losses, "--json", "--no-run"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal("", outcome.Error);
        JsonElement result = outcome.Json;
        Assert.Equal(task, result.GetProperty("task").GetString());
        Assert.Equal(metric, result.GetProperty("metric").GetString());
        Assert.Contains(result.GetProperty("kind").GetString(), (string[])["winner", "shared-lead", "no-difference"]);
        Assert.Equal(JsonValueKind.Null, result.GetProperty("run").ValueKind);
        JsonElement[] rows = [.. result.GetProperty("losses").EnumerateArray()];
        string[] tied = [.. result.GetProperty("tied").EnumerateArray().Select(key => key.GetString()!)];
        Assert.Equal(rows[0].GetProperty("key").GetString(), result.GetProperty("best").GetString());
        Assert.Contains(result.GetProperty("take").GetString()!, tied);
        Assert.NotEmpty(result.GetProperty("verdict").GetString()!);
        foreach (JsonElement row in rows)
        {
            JsonElement score = row.GetProperty("scores").GetProperty(metric);
            Assert.True(score.GetProperty("low").GetDouble() <= score.GetProperty("mean").GetDouble());
            Assert.True(score.GetProperty("mean").GetDouble() <= score.GetProperty("high").GetDouble());
            Assert.Contains(row.GetProperty("learningRate").GetDouble(), (double[])[0.01, 0.03]);
            Assert.Equal(tied.Contains(row.GetProperty("key").GetString()!), row.GetProperty("tied").GetBoolean());
            Assert.True(row.GetProperty("seconds").GetDouble() > 0);
            Assert.Equal(JsonValueKind.Null, row.GetProperty("failure").ValueKind);
        }

        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("pAgainstBest").ValueKind);
        Assert.InRange(rows[1].GetProperty("pAgainstBest").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task The_number_of_threads_does_not_change_a_bit()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        string[] results = new string[2];
        foreach ((int i, string threads) in ((string[])["1", "3"]).Index())
        {
            Outcome outcome = await Invocation.RunAsync(
                [
                    "compare", data, .. Small, "--losses", "squared,absolute,huber:delta=tuned", "--json", "--no-run",
                    "--threads", threads,
                ]);
            results[i] = string.Join(
                '\n', outcome.Out.Split('\n').Where(line => !line.Contains("\"seconds", StringComparison.Ordinal)));
        }

        Assert.Equal(results[0], results[1]);
        Assert.Contains("\"mean\"", results[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_losses_keeps_the_parameters_with_their_loss()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "mse, barron:alpha=0,c=2 ,huber:delta=0.5", "--json", "--no-run"]);

        string[] keys =
        [
            .. outcome.Json.GetProperty("losses").EnumerateArray().Select(row => row.GetProperty("key").GetString()!),
        ];
        Assert.Equal(["barron:alpha=0,c=2", "huber:delta=0.5", "squared"], keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("rmse", "rmse")]
    [InlineData("pinball:level=0.9", "pinball:level=0.9")]
    [InlineData("MEAN_ABSOLUTE_ERROR", "mae")]
    public async Task The_users_metric_decides(string asked, string key)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "squared", "--metric", asked, "--json", "--no-run"]);

        Assert.Equal(key, outcome.Json.GetProperty("metric").GetString());
        Assert.True(outcome.Json.GetProperty("losses")[0].GetProperty("scores").TryGetProperty(key, out _));
    }

    [Fact]
    public async Task Quantiles_are_learnt_together_and_judged_by_their_score()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--quantiles", "0.9,0.1", "--losses", "quantile,squared", "--json", "--out", scratch.At("run")]);

        Assert.Equal(("", ExitCode.Done), (outcome.Error, outcome.Code));
        Assert.Equal("quantile-score", outcome.Json.GetProperty("metric").GetString());
        JsonElement coverage = outcome.Json.GetProperty("diagnostics").GetProperty("coverage")[0];
        Assert.Equal([0.1, 0.9], coverage.GetProperty("levels").EnumerateArray().Select(level => level.GetDouble()));
        Assert.All(coverage.GetProperty("shares").EnumerateArray(), share => Assert.InRange(share.GetDouble(), 0, 1));
        Assert.Contains("Share of targets at or below", File.ReadAllText(scratch.At("run/report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_a_distribution_is_compared_by_three_quantiles()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Counts);

        Outcome outcome = await Invocation.RunAsync(["compare", data, .. Small, "--calibrated", "--json", "--no-run"]);

        Assert.True(outcome.Code == ExitCode.Done, outcome.Error);
        Assert.Equal("quantile-score", outcome.Json.GetProperty("metric").GetString());
        Assert.Equal(
            ["absolute", "poisson", "quantile", "squared", "zero-inflated-negative-binomial"],
            outcome.Json.GetProperty("losses").EnumerateArray().Select(row => row.GetProperty("key").GetString()).Order());
    }

    [Fact]
    public async Task Costs_decide_where_probabilities_are_cut_and_what_judges()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Binary);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--costs", "1:4", "--losses", "cost-sensitive:miss=4,binary-cross-entropy", "--json", "--no-run"]);

        Assert.Equal(("", ExitCode.Done), (outcome.Error, outcome.Code));
        Assert.Equal("decision-cost:threshold=0.2", outcome.Json.GetProperty("metric").GetString());
    }

    [Fact]
    public async Task Rows_of_queries_are_judged_by_their_order()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Search);

        Outcome outcome = await Invocation.RunAsync(["compare", data, .. Small, "--query", "q", "--json", "--out", scratch.At("run")]);
        string refused = await Invocation.RefusedAsync(
            ExitCode.BadUsage, ["compare", data, .. Small, "--task", "regression", "--losses", "lambdarank", "--no-run"]);

        Assert.Equal(("", ExitCode.Done), (outcome.Error, outcome.Code));
        Assert.Equal("ndcg:at=10", outcome.Json.GetProperty("metric").GetString());
        Assert.Equal(
            ["approx-ndcg", "lambdarank", "listnet", "ranknet", "squared"],
            outcome.Json.GetProperty("losses").EnumerateArray().Select(row => row.GetProperty("key").GetString()).Order());
        Assert.Contains("name the column that says which belong together by --query", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Censored_times_are_judged_by_concordance()
    {
        using Scratch scratch = new();
        string csv = "x,days,seen\n" + string.Concat(
            Enumerable.Range(0, 60).Select(i => $"{i * 7 % 60},{100 + (i * 7 % 60 * 3) + (i % 5)},{(i % 4 == 0 ? 0 : 1)}\n"));
        string data = scratch.Write("trial.csv", csv);
        string[] small = [.. Small.Select(word => word == "y" ? "days" : word)];

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. small, "--censored", "seen", "--losses", "cox,weibull-aft,squared", "--json", "--no-run"]);

        Assert.Equal(("", ExitCode.Done), (outcome.Error, outcome.Code));
        Assert.Equal("concordance", outcome.Json.GetProperty("metric").GetString());
    }

    [Fact]
    public async Task Weights_are_a_column_that_is_no_feature()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Counts);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--task", "regression", "--weights", "z", "--losses", "squared", "--json", "--no-run"]);
        string refused = await Invocation.RefusedAsync(
            ExitCode.BadData, ["compare", data, .. Small, "--weights", "y", "--losses", "squared", "--no-run"]);

        Assert.Equal(ExitCode.BadData, outcome.Code);
        Assert.Contains("is no weight", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("the target cannot be the weights as well", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_data_too()
    {
        Outcome outcome = await Invocation.RunAsync(
            120, Samples.Regression, ["compare", "-", .. Small, "--losses", "squared", "--json", "--no-run"]);

        Assert.Equal("standard input", outcome.Json.GetProperty("data").GetProperty("name").GetString());
        Assert.Equal(60, outcome.Json.GetProperty("data").GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task Zero_hidden_layers_make_a_linear_model()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            [
                "compare", data, "--target", "y", "--losses", "squared", "--hidden", "0", "--rates", "0.1", "--epochs",
                "200",
                "--batch", "16", "--patience", "50", "--folds", "2", "--repeats", "1", "--json", "--no-run", "--quiet",
            ]);

        // y is 3x − z with an error of at most 0.3 either way: a line finds that.
        JsonElement scores = outcome.Json.GetProperty("losses")[0].GetProperty("scores");
        Assert.InRange(scores.GetProperty("mae").GetProperty("mean").GetDouble(), 0.05, 0.4);
    }

    [Fact]
    public async Task Progress_without_a_terminal_is_a_line_a_tenth_on_standard_error()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);
        string[] loud = [.. Small.Where(word => word != "--quiet")];

        Outcome outcome =
            await Invocation.RunAsync(["compare", data, .. loud, "--losses", "squared,absolute", "--json", "--no-run"]);

        string[] lines = outcome.Error.TrimEnd('\n').Split('\n');
        Assert.StartsWith("data.csv: 60 rows, regression", lines[0], StringComparison.Ordinal);
        Assert.Contains("6 of 6 trainings", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain('\r', outcome.Error);
        Assert.Equal(0, outcome.Code);
    }

    [Fact]
    public async Task A_run_keeps_what_was_asked_what_came_out_and_a_report()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression), run = scratch.At("out/run");

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "squared,huber:delta=0.5", "--json", "--out", run]);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal(
            ["report.html", "report.md", "results.json", "run.json", "trainings.jsonl"],
            Directory.GetFiles(run).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(outcome.Out, await File.ReadAllTextAsync(Path.Combine(run, "results.json")));
        JsonElement asked = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "run.json"))).RootElement;
        Assert.StartsWith("lossary compare ", asked.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, asked.GetProperty("options").GetProperty("folds").GetInt32());
        Assert.Contains(
            "<html", await File.ReadAllTextAsync(Path.Combine(run, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_c_ends_with_130_and_leaves_nothing_behind()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);
        using CancellationTokenSource interrupt = new(TimeSpan.FromMilliseconds(300));

        Outcome outcome = await Invocation.RunAsync(
            120,
            "",
            [
                "compare", data, "--target", "y", "--losses", "squared", "--epochs", "1000000", "--patience", "1000000",
                "--quiet",
                "--rates", "0.0001", "--out", scratch.At("runs/one"),
            ],
            interrupt.Token);

        Assert.Equal(130, outcome.Code);
        Assert.Equal("", outcome.Out);
        Assert.Equal("lossary: Interrupted.", outcome.Error.TrimEnd());
        Assert.Equal(["data.csv"], scratch.Entries);
    }
}
