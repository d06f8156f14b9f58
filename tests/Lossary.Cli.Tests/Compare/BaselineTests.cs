using System.Text.Json;

namespace Lossary.Cli.Tests;

/// <summary><c>--fail-if-worse-than</c>, for builds that guard a training.</summary>
public sealed class BaselineTests
{
    private static readonly string[] Small =
        [
            "--target", "y", "--folds", "5", "--repeats", "1", "--epochs", "60", "--patience", "60", "--hidden", "0",
            "--rates", "0.03", "--quiet", "--no-run",
        ];

    [Theory]
    [InlineData("squared", "1000", 0)]
    [InlineData("squared", "0.0001", 5)]
    [InlineData("squared,absolute", "squared", 0)]
    [InlineData("squared", "huber", 0)]
    [InlineData("quantile:level=0.999", "absolute", 5)]
    [InlineData("quantile:level=0.999,squared", "absolute", 5)]
    [InlineData("squared,quantile:level=0.999", "absolute", 0)]
    public async Task The_first_loss_named_must_not_be_worse_than_the_baseline(string losses, string baseline, int code)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", losses, "--fail-if-worse-than", baseline, "--json"]);

        Assert.True(outcome.Code == code, outcome.Error + outcome.Out);
        JsonElement check = outcome.Json.GetProperty("check");
        Assert.Equal(code == 5, check.GetProperty("isWorse").GetBoolean());
        Assert.Equal(baseline, check.GetProperty("baseline").GetString());
        Assert.Equal(losses.Split(",squ")[0].Split(",abs")[0].Split(",qua")[0], check.GetProperty("candidate").GetString());
        Assert.StartsWith(code == 5 ? "Check not met: " : "Check met: ", check.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_names_the_loss_to_take_is_held_against_it()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(120, "", ["compare", data, .. Small, "--fail-if-worse-than", "0.0001"]);

        Assert.Equal(5, outcome.Code);
        Assert.Contains("Check not met: ", outcome.Out, StringComparison.Ordinal);
        Assert.Contains(" is worse than 0.0001.", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_metric_that_is_better_when_higher_is_held_the_other_way()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Binary);

        Outcome low = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "binary-cross-entropy", "--fail-if-worse-than", "0.1"]);
        Outcome high = await Invocation.RunAsync(
            ["compare", data, .. Small, "--losses", "binary-cross-entropy", "--fail-if-worse-than", "1.01"]);

        Assert.Equal(0, low.Code);
        Assert.Equal(5, high.Code);
    }

    [Fact]
    public async Task A_baseline_that_does_not_exist_is_bad_usage()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        string error = await Invocation.RefusedAsync(2, ["compare", data, .. Small, "--fail-if-worse-than", "squarred"]);

        Assert.Contains("No loss is called 'squarred'", error, StringComparison.Ordinal);
    }
}
