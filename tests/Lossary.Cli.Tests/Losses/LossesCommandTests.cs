using System.Text.Json;
using Lossary.Losses;

namespace Lossary.Cli.Tests;

public sealed class LossesCommandTests
{
    private static readonly string[] Promised =
        ["key", "title", "family", "tasks", "parameters", "properties", "aliases", "reference"];

    [Fact]
    public async Task Json_is_an_array_of_every_loss_with_all_that_is_promised()
    {
        Outcome outcome = await Invocation.RunAsync("losses", "--json");

        Assert.Equal(0, outcome.Code);
        JsonElement[] losses = [.. outcome.Json.EnumerateArray()];
        Assert.Equal(
            LossCatalogue.All.Select(entry => entry.Card.Key),
            losses.Select(loss => loss.GetProperty("key").GetString()));
        foreach (JsonElement loss in losses)
        {
            Assert.All(Promised, name => Assert.True(loss.TryGetProperty(name, out _), name));
        }

        JsonElement huber = losses.Single(loss => loss.GetProperty("key").GetString() == "huber");
        Assert.Equal("distance", huber.GetProperty("family").GetString());
        Assert.Equal(
            ["regression", "counts"], huber.GetProperty("tasks").EnumerateArray().Select(task => task.GetString()));
        Assert.Equal("delta", huber.GetProperty("parameters")[0].GetProperty("name").GetString());
        Assert.Equal(1, huber.GetProperty("parameters")[0].GetProperty("default").GetDouble());
    }

    [Theory]
    [InlineData("--task multi-class", "cross-entropy", "hinge")]
    [InlineData("--task binary", "hinge", "huber")]
    [InlineData("--family margin", "logistic", "squared")]
    [InlineData("--family log-probability", "cross-entropy", "multi-margin")]
    [InlineData("--convex", "huber", "tukey")]
    [InlineData("--robust", "tukey", "squared")]
    [InlineData("--proper", "logistic", "hinge")]
    [InlineData("--smooth", "squared", "absolute")]
    [InlineData("--bounded", "welsch", "huber")]
    [InlineData("--calibrated", "hinge", "huber")]
    [InlineData("--noise-symmetric", "sigmoid-margin", "hinge")]
    [InlineData("--second-order", "ctc", "wise-iou")]
    [InlineData("--task probabilistic", "gaussian", "huber")]
    [InlineData("--family moment", "root-mean-squared", "huber")]
    [InlineData("交叉熵", "cross-entropy", "hinge")]
    [InlineData("reg:tweedie", "tweedie", "gamma")]
    [InlineData("mse", "squared", "absolute")]
    [InlineData("SmoothL1Loss", "smooth-l1", "huber")]
    public async Task A_filter_keeps_what_fits_and_drops_what_does_not(string arguments, string kept, string dropped)
    {
        Outcome outcome = await Invocation.RunAsync(["losses", .. arguments.Split(' '), "--json"]);

        string?[] keys = [.. outcome.Json.EnumerateArray().Select(loss => loss.GetProperty("key").GetString())];
        Assert.Contains(kept, keys);
        Assert.DoesNotContain(dropped, keys);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public async Task The_table_fits_the_terminal_and_names_each_loss_once(int width)
    {
        Outcome outcome = await Invocation.RunAsync(width, "", ["losses"]);

        string[] lines = outcome.Out.Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        foreach (LossEntry entry in LossCatalogue.All)
        {
            Assert.Single(lines, line => line.Split(' ', ':') is ["", "", string key, ..] && key == entry.Card.Key);
        }
    }

    [Fact]
    public async Task Nothing_found_is_an_answer_and_no_error()
    {
        Outcome table = await Invocation.RunAsync("losses", "zzz");
        Outcome json = await Invocation.RunAsync("losses", "zzz", "--json");

        Assert.Equal((0, 0), (table.Code, json.Code));
        Assert.StartsWith("No loss is like that.", table.Out, StringComparison.Ordinal);
        Assert.Equal(0, json.Json.GetArrayLength());
    }

    [Theory]
    [InlineData("--task", "binry", "regression, counts, binary, multi-class")]
    [InlineData("--family", "far", "distance, margin")]
    public async Task An_unknown_task_or_family_is_refused_with_those_that_exist(
        string option, string value, string known)
    {
        string error = await Invocation.RefusedAsync(2, "losses", option, value);

        Assert.Contains($"'{value}'", error, StringComparison.Ordinal);
        Assert.Contains(known, error, StringComparison.Ordinal);
    }
}
