using System.Text.Json;

namespace Lossary.Cli.Tests;

public sealed class SeveralCommandTests
{
    private static readonly string[] Small =
        ["--folds", "3", "--repeats", "1", "--epochs", "4", "--hidden", "4", "--rates", "0.01", "--quiet"];

    [Fact]
    public async Task Losses_are_ranked_over_all_data_sets()
    {
        using Scratch scratch = new();
        string one = scratch.Write("one.csv", Samples.Regression), two = scratch.Write("two.csv", Samples.Regression + "9,9,9\n");
        string run = scratch.At("run");

        Outcome outcome = await Invocation.RunAsync(
            ["compare", one + ":y", two, "--target", "y", .. Small, "--losses", "squared,absolute", "--json", "--out", run]);

        Assert.True(outcome.Code == 0, outcome.Error);
        JsonElement result = outcome.Json;
        Assert.Equal("regression", result.GetProperty("task").GetString());
        Assert.Equal(2, result.GetProperty("dataSets").GetArrayLength());
        JsonElement[] losses = [.. result.GetProperty("losses").EnumerateArray()];
        Assert.Equal(3, losses.Sum(loss => loss.GetProperty("meanRank").GetDouble()), 1e-12);
        Assert.All(losses, loss => Assert.Equal(2, loss.GetProperty("scores").GetArrayLength()));
        Assert.InRange(result.GetProperty("friedman").GetProperty("pValue").GetDouble(), 0, 1);

        // Demšar's 1.960 √(2 · 3 / (6 · 2)).
        Assert.Equal(1.386, result.GetProperty("criticalDifference").GetDouble(), 0.001);
        Assert.Contains("Which loss over 2 data sets?", await File.ReadAllTextAsync(Path.Combine(run, "report.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(run, "run.json")));
        string error = await Invocation.RefusedAsync(2, "compare", "--resume", run);
        Assert.Contains("a run over several data sets is kept when it is finished", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terminal_shows_mean_ranks_and_each_verdict()
    {
        using Scratch scratch = new();
        string one = scratch.Write("one.csv", Samples.Regression), two = scratch.Write("two.csv", Samples.Regression + "9,9,9\n");

        Outcome outcome = await Invocation.RunAsync(
            ["compare", one, two, "--target", "y", .. Small, "--losses", "squared,absolute", "--no-run"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Contains("over two data sets", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("one.csv: ", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("With 2 losses no two can be told apart on fewer than 4 data sets", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_two_tasks_is_refused()
    {
        using Scratch scratch = new();
        string numbers = scratch.Write("numbers.csv", Samples.Regression), classes = scratch.Write("classes.csv", Samples.MultiClass);

        string error = await Invocation.RefusedAsync(2, "compare", numbers, classes, "--target", "y", "--no-run");

        Assert.Contains("numbers.csv is regression and classes.csv is multi-class", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_set_named_twice_is_refused()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Assert.Contains(
            "a data set counts once",
            await Invocation.RefusedAsync(2, "compare", data, data, "--target", "y", "--no-run"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_target_is_refused()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Assert.Contains(
            "data.csv:COLUMN", await Invocation.RefusedAsync(2, "compare", data, "sample:diabetes", "--no-run"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("houses.csv", "houses.csv", null)]
    [InlineData("houses.csv:price", "houses.csv", "price")]
    [InlineData("sample:ames", "sample:ames", null)]
    [InlineData("sample:ames:Lot_Area", "sample:ames", "Lot_Area")]
    [InlineData("-:y", "-", "y")]
    [InlineData("C:houses.csv", "C:houses.csv", null)]
    [InlineData("C:\\data\\houses.csv:price", "C:\\data\\houses.csv", "price")]
    [InlineData("a:b/houses.csv", "a:b/houses.csv", null)]
    public void A_name_of_data_may_name_the_target(string text, string data, string? target)
    {
        Assert.Equal(new DataName(data, target), DataName.Parse(text));
    }
}
