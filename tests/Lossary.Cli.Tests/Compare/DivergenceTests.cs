using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class DivergenceTests
{
    /// <summary>A rate that no float survives.</summary>
    private static readonly string[] Wild =
        [
            "--target", "y", "--folds", "2", "--repeats", "1", "--epochs", "3", "--hidden", "4", "--rates", "1e30",
            "--quiet", "--no-run",
        ];

    [Fact]
    public async Task All_diverged_is_exit_code_4_with_the_document()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(["compare", data, .. Wild, "--losses", "squared,linex", "--json"]);

        Assert.Equal(4, outcome.Code);
        JsonElement result = outcome.Json;
        Assert.Equal("nothing-to-judge", result.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, result.GetProperty("best").ValueKind);
        Assert.Equal(0, result.GetProperty("tied").GetArrayLength());
        foreach (JsonElement loss in result.GetProperty("losses").EnumerateArray())
        {
            Assert.StartsWith(
                "diverged in 2 of 2 folds", loss.GetProperty("failure").GetString(), StringComparison.Ordinal);
            Assert.Equal(JsonValueKind.Null, loss.GetProperty("scores").GetProperty("mae").ValueKind);
        }
    }

    [Fact]
    public async Task The_only_one_that_did_not_diverge_is_not_called_the_only_one_tried()
    {
        // Squared error squares what such a rate makes of a prediction, absolute error does not.
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);
        string run = scratch.At("run");

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, "--target", "y", "--folds", "2", "--repeats", "1", "--epochs", "3", "--rates", "1e9",
            "--losses", "squared,absolute", "--quiet", "--out", run]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("no other loss can be judged", outcome.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        string page = await File.ReadAllTextAsync(Path.Combine(run, "report.html"));
        Assert.Contains("Only one could be judged", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Name two or more losses", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_diverged_is_told_in_the_table_too()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(80, "", ["compare", data, .. Wild, "--losses", "squared,linex"]);

        Assert.Equal(4, outcome.Code);
        Assert.Contains("No loss can be judged", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("Not judged\n", outcome.Out, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Out.Split("diverged in 2 of 2 folds").Length - 1);
        Assert.All(outcome.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task One_that_diverges_is_a_row_with_a_reason_beside_those_that_do_not()
    {
        using Scratch scratch = new();

        // LINEX with a = 500 overflows on the first residual of a few spreads; the absolute error does not mind.
        string data = scratch.Write("data.csv", Samples.Regression);
        Outcome outcome = await Invocation.RunAsync(
            [
                "compare", data, "--target", "y", "--folds", "2", "--repeats", "1", "--epochs", "5", "--hidden", "4",
                "--rates", "0.01",
                "--quiet", "--no-run", "--losses", "linex:a=500,absolute", "--json",
            ]);

        Assert.True(outcome.Code == 0, outcome.Error);
        JsonElement[] rows = [.. outcome.Json.GetProperty("losses").EnumerateArray()];
        Assert.Equal("absolute", rows[0].GetProperty("key").GetString());
        Assert.Equal("linex:a=500", rows[1].GetProperty("key").GetString());
        Assert.Contains("diverged", rows[1].GetProperty("failure").GetString(), StringComparison.Ordinal);
        Assert.False(rows[1].GetProperty("tied").GetBoolean());
    }

    [Fact]
    public async Task A_metric_that_a_loss_cannot_give_is_a_reason_and_no_crash()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Binary);

        Outcome outcome = await Invocation.RunAsync(
            [
                "compare", data, "--target", "y", "--folds", "2", "--repeats", "1", "--epochs", "3", "--hidden", "4",
                "--rates", "0.01",
                "--quiet", "--no-run", "--losses", "hinge,binary-cross-entropy", "--metric", "log-loss", "--json",
            ]);

        Assert.Equal(0, outcome.Code);
        JsonElement hinge = outcome.Json.GetProperty("losses").EnumerateArray().Last();
        Assert.Equal("hinge", hinge.GetProperty("key").GetString());
        Assert.Contains("gives no probabilities", hinge.GetProperty("failure").GetString(), StringComparison.Ordinal);
    }
}
