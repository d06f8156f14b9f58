using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class VerdictOptionsTests
{
    private static readonly string[] Small =
    [
        "--target", "y", "--folds", "3", "--repeats", "1", "--epochs", "4", "--hidden", "4", "--rates", "0.01", "--quiet",
        "--no-run",
    ];

    [Fact]
    public async Task The_Bayesian_test_tells_odds_and_the_region()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "squared,absolute", "--test", "bayes", "--rope", "0.05", "--json"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        JsonElement evidence = outcome.Json.GetProperty("evidence");
        Assert.Equal("bayes", evidence.GetProperty("test").GetString());
        JsonElement[] losses = [.. outcome.Json.GetProperty("losses").EnumerateArray()];
        double best = losses[0].GetProperty("scores").GetProperty("mae").GetProperty("mean").GetDouble();
        Assert.Equal(0.05 * best, evidence.GetProperty("rope").GetDouble(), 1e-12);
        JsonElement odds = losses[1].GetProperty("oddsAgainstBest");
        Assert.Equal(
            1,
            odds.GetProperty("better").GetDouble() + odds.GetProperty("equivalent").GetDouble() + odds.GetProperty("worse").GetDouble(),
            1e-12);
        Assert.True(losses[1].GetProperty("effectAgainstBest").GetProperty("relative").GetDouble() > 0);
    }

    [Fact]
    public async Task Segments_are_told_by_the_target_and_by_a_column()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "squared,absolute", "--segments", "x", "--json"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        JsonElement[] segments = [.. outcome.Json.GetProperty("diagnostics").GetProperty("segments").EnumerateArray()];
        Assert.Equal(["y", "x"], segments.Select(view => view.GetProperty("column").GetString()));
        Assert.Equal("median", outcome.Json.GetProperty("diagnostics").GetProperty("murphy").GetProperty("functional").GetString());
    }

    [Fact]
    public async Task Probabilities_are_held_against_what_happened()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Binary);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "binary-cross-entropy,hinge", "--json"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        JsonElement one = Assert.Single(outcome.Json.GetProperty("diagnostics").GetProperty("calibration").EnumerateArray());
        Assert.Equal("binary-cross-entropy", one.GetProperty("loss").GetString());
        Assert.InRange(one.GetProperty("error").GetDouble(), 0, 1);
    }

    [Theory]
    [InlineData("--rope", "2", "from 0 to below 1")]
    [InlineData("--rope", "much", "from 0 to below 1")]
    [InlineData("--test", "wilcoxon", "must be t or bayes")]
    public async Task A_value_out_of_range_is_refused(string option, string value, string message)
    {
        Assert.Contains(message, await Invocation.RefusedAsync(2, "compare", "sample:iris", option, value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_does_not_exist_is_refused_before_anything_is_trained()
    {
        Assert.Contains(
            "no column 'petal'; nearest:",
            await Invocation.RefusedAsync(3, "compare", "sample:iris", "--segments", "petal", "--no-run"),
            StringComparison.Ordinal);
    }
}
