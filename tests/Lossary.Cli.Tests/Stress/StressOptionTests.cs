using System.CommandLine;
using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class StressOptionTests
{
    private static readonly string[] Hasty =
        [
            "--target", "y", "--folds", "2", "--repeats", "1", "--epochs", "2", "--hidden", "2", "--rates", "0.01",
            "--stress", "--quiet", "--no-run",
        ];

    [Fact]
    public async Task Json_tells_every_trouble_level_and_loss()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Binary);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Hasty, "--losses", "binary-cross-entropy,brier", "--metric", "log-loss", "--json"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        JsonElement stress = outcome.Json.GetProperty("stress");
        Assert.Equal("log-loss", stress.GetProperty("metric").GetString());
        Assert.Equal(2, stress.GetProperty("folds").GetInt32());
        Assert.Equal(3 * 4 * 2 * 2, stress.GetProperty("trainings").GetInt32());
        JsonElement[] curves = [.. stress.GetProperty("curves").EnumerateArray()];
        Assert.Equal(["wrong-labels", "rare-class", "few-rows"], curves.Select(curve => curve.GetProperty("kind").GetString()));
        foreach (JsonElement curve in curves)
        {
            int levels = curve.GetProperty("levels").GetArrayLength();
            Assert.Equal(5, levels);
            Assert.EndsWith(".", curve.GetProperty("sentence").GetString(), StringComparison.Ordinal);
            foreach (JsonElement loss in curve.GetProperty("losses").EnumerateArray())
            {
                Assert.Equal(levels, loss.GetProperty("scores").GetArrayLength());
                Assert.Equal(0, loss.GetProperty("worse")[0].GetDouble());
            }
        }
    }

    [Fact]
    public async Task Without_the_option_there_is_nothing_of_it()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Hasty.Where(word => word != "--stress"), "--losses", "squared", "--json"]);

        Assert.Equal(JsonValueKind.Null, outcome.Json.GetProperty("stress").ValueKind);
    }

    [Theory]
    [InlineData("--stress", true)]
    [InlineData("--thorough", true)]
    [InlineData("--quick", false)]
    public void A_thorough_comparison_is_stressed(string option, bool expected)
    {
        CompareOptions options = new();
        Command command = new("compare");
        options.AddTo(command);
        Assert.Equal(expected, options.Read(command.Parse(["houses.csv", option])).IsStressed);
    }

    [Fact]
    public async Task A_terminal_shows_a_sentence_a_table_and_what_was_left_out()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Counts);

        Outcome outcome = await Invocation.RunAsync(["compare", data, .. Hasty, "--losses", "poisson,squared"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("Outliers above: share of targets replaced", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("Fewer rows: share of the rows that is kept", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("is never negative: there are no far values below", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("test rows are clean", outcome.Out, StringComparison.Ordinal);
        Assert.Matches(@"RMSE +clean +1\.0 % +5\.0 % +10 % +20 %", outcome.Out);
    }
}
