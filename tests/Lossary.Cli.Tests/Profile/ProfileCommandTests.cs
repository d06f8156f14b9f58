using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class ProfileCommandTests
{
    public static TheoryData<string, string, string> Tasks => new()
    {
        { "regression", Samples.Regression, "outlier-share" },
        { "counts", Samples.Counts, "dispersion" },
        { "binary", Samples.Binary, "imbalance-ratio" },
        { "multi-class", Samples.MultiClass, "label-noise" },
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task Json_tells_task_facts_and_findings(string task, string csv, string key)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", csv);

        Outcome outcome = await Invocation.RunAsync("profile", data, "--target", "y", "--json");

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal("", outcome.Error);
        JsonElement profile = outcome.Json;
        Assert.Equal(task, profile.GetProperty("task").GetString());
        Assert.Equal("y", profile.GetProperty("target").GetString());
        JsonElement[] facts = [.. profile.GetProperty("facts").EnumerateArray()];
        Assert.Equal(60, Fact(facts, "rows").GetProperty("value").GetDouble());
        JsonElement fact = Fact(facts, key);
        Assert.True(fact.GetProperty("value").GetDouble() >= 0);
        Assert.NotEmpty(fact.GetProperty("meaning").GetString()!);
        Assert.NotEmpty(fact.GetProperty("unit").GetString()!);
        Assert.Equal(JsonValueKind.Array, profile.GetProperty("findings").ValueKind);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task The_page_shows_the_target_and_says_what_facts_mean(string task, string csv, string key)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", csv);

        Outcome outcome = await Invocation.RunAsync("profile", data, "--target", "y");

        Assert.Equal(0, outcome.Code);
        Assert.Contains($"60 rows, {task}", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("█", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("What features leave unexplained", outcome.Out, StringComparison.Ordinal);
        Assert.Contains(key.Split('-')[0], outcome.Out, StringComparison.Ordinal);
        Assert.All(outcome.Out.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public async Task Plots_are_written_as_svg_where_asked_for()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);
        string folder = Path.Combine(Path.GetDirectoryName(data)!, "plots");

        Outcome outcome = await Invocation.RunAsync("profile", data, "--target", "y", "--svg", folder, "--json");

        string[] files = [.. outcome.Json.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)];
        Assert.Equal(["target.svg", "tails.svg"], files.Select(Path.GetFileName).Take(2));
        Assert.All(files, file => Assert.StartsWith("<svg", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_column_of_weights_is_no_feature_and_has_an_effective_size()
    {
        using Scratch scratch = new();
        string[] lines = Samples.Regression.TrimEnd('\n').Split('\n');
        string data = scratch.Write(
            "data.csv", string.Concat(lines.Select((line, i) => $"{line},{(i == 0 ? "w" : i % 2 == 0 ? "0" : "1")}\n")));

        Outcome outcome = await Invocation.RunAsync("profile", data, "--target", "y", "--weights", "w", "--json");

        // Half of the rows count, all the same: (n/2)² / (n · n/2) = 1/2.
        JsonElement[] facts = [.. outcome.Json.GetProperty("facts").EnumerateArray()];
        Assert.Equal(0.5, Fact(facts, "effective-weight-share").GetProperty("value").GetDouble(), 12);
        Assert.Equal(2, Fact(facts, "features").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task A_negative_weight_is_refused_with_its_row()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        string error = await Invocation.RefusedAsync(3, "profile", data, "--target", "y", "--weights", "x");

        Assert.Contains("row 2, column 'x': -1 is no weight", error, StringComparison.Ordinal);
    }

    private static JsonElement Fact(JsonElement[] facts, string key) =>
        facts.Single(fact => fact.GetProperty("key").GetString() == key);

    [Fact]
    public async Task A_class_of_one_row_is_told_in_the_singular()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.MultiClass + "0.5,0.5,lonely\n");
        Outcome outcome = await Invocation.RunAsync("profile", data, "--target", "y");
        Assert.Equal(ExitCode.Done, outcome.Code);
        Assert.Contains("1 row to learn it from.", outcome.Out, StringComparison.Ordinal);
    }
}
