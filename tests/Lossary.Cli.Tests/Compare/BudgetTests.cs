using System.Text.Json;
using Lossary.Studies;

namespace Lossary.Cli.Tests;

/// <summary>How much a comparison trains, and on what where nobody names it.</summary>
public sealed class BudgetTests
{
    private static readonly string[] Tiny =
        ["--target", "y", "--epochs", "2", "--tuning-epochs", "1", "--hidden", "2", "--batch", "32", "--quiet", "--json"];

    [Fact]
    public async Task Quick_is_less_and_what_is_given_wins_over_it()
    {
        using Scratch scratch = new();
        JsonElement options = await OptionsOf(scratch, "--quick", "--folds", "3");

        Assert.Equal(3, options.GetProperty("folds").GetInt32());
        Assert.Equal(ComparisonOptions.Quick.Repeats, options.GetProperty("repeats").GetInt32());
        Assert.Equal(ComparisonOptions.Quick.Patience, options.GetProperty("patience").GetInt32());
        Assert.Equal(2, options.GetProperty("epochs").GetInt32());
        Assert.True(ComparisonOptions.Quick.Repeats < new ComparisonOptions().Repeats);
    }

    [Fact]
    public async Task Thorough_is_more_and_named_rates_are_the_ones_that_are_tried()
    {
        using Scratch scratch = new();
        JsonElement options = await OptionsOf(scratch, "--thorough", "--repeats", "1", "--folds", "2", "--rates", "0.1,0.2");

        Assert.Equal(1, options.GetProperty("repeats").GetInt32());
        Assert.Equal(ComparisonOptions.Thorough.Patience, options.GetProperty("patience").GetInt32());
        Assert.Equal(JsonValueKind.Null, options.GetProperty("trials").ValueKind);
        Assert.True(ComparisonOptions.Thorough.Patience > new ComparisonOptions().Patience);
    }

    [Theory]
    [InlineData("--quick --thorough", "--quick and --thorough cannot both be.")]
    [InlineData("--trials 0", "--trials must be 1 or more, but is 0.")]
    [InlineData("--trials 2 --rates 0.1,0.2,0.3", "2 trials are too few: 3 learning rates make 3.")]
    [InlineData("--losses huber:delta=often", "'delta=often' is not of the form delta=number.")]
    [InlineData("--losses quantile:level=tuned", "level of quantile cannot be tuned.")]
    [InlineData("--losses squared+class-balanced", "class-balanced is for losses of classes; squared is none.")]
    public async Task What_cannot_be_is_refused(string options, string message)
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);
        string[] words = [.. options.Split(' ')];

        string error = await Invocation.RefusedAsync(
            2, ["compare", data, "--target", "y", .. words, .. words.Contains("--losses") ? [] : (string[])["--losses", "squared"]]);

        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_names_it_trains_what_recommend_names()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome compared = await Invocation.RunAsync(["compare", data, .. Tiny, "--no-run", "--folds", "2", "--repeats", "1"]);
        Outcome advised = await Invocation.RunAsync("recommend", data, "--target", "y", "--json");

        Assert.True(compared.Code == 0, compared.Error);
        JsonElement advice = compared.Json.GetProperty("advice");
        string[] candidates = [.. advice.GetProperty("candidates").EnumerateArray().Select(one => one.GetString()!)];
        Assert.Equal(
            advised.Json.GetProperty("candidates").EnumerateArray().Select(one => one.GetString()), candidates);
        Assert.Equal(candidates.Length, compared.Json.GetProperty("losses").GetArrayLength());
        Assert.Equal(60, advice.GetProperty("facts").GetProperty("rows").GetDouble());
    }

    [Fact]
    public async Task Who_wants_a_quantile_is_judged_by_it()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.Regression);

        Outcome outcome = await Invocation.RunAsync(
            ["compare", data, .. Tiny, "--no-run", "--folds", "2", "--repeats", "1", "--quantiles", "0.9"]);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal("quantile-score", outcome.Json.GetProperty("metric").GetString());
        Assert.Contains(
            "quantile", outcome.Json.GetProperty("losses").EnumerateArray().Select(loss => loss.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task Objectives_of_classes_and_tuned_values_are_told()
    {
        using Scratch scratch = new();
        string data = scratch.Write("data.csv", Samples.MultiClass);

        Outcome outcome = await Invocation.RunAsync(
            [
                "compare", data, .. Tiny, "--no-run", "--folds", "2", "--repeats", "1", "--rates", "0.01",
                "--losses", "cross-entropy,cross-entropy+class-balanced:beta=0.9,focal:gamma=tuned",
            ]);

        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal(3, outcome.Json.GetProperty("trials").GetInt32());
        JsonElement[] losses = [.. outcome.Json.GetProperty("losses").EnumerateArray()];
        Assert.Contains(losses, loss => loss.GetProperty("key").GetString() == "cross-entropy+class-balanced:beta=0.9");
        JsonElement focal = losses.Single(loss => loss.GetProperty("key").GetString() == "focal:gamma=tuned");
        Assert.All(focal.GetProperty("folds").EnumerateArray(), fold =>
        {
            Assert.StartsWith("focal", fold.GetProperty("trained").GetString(), StringComparison.Ordinal);
            Assert.Equal(3, fold.GetProperty("trials").GetInt32());
            Assert.Equal(2, fold.GetProperty("layerGradientNorms").GetArrayLength());
        });
    }

    private static async Task<JsonElement> OptionsOf(Scratch scratch, params string[] words)
    {
        string data = scratch.Write("data.csv", Samples.Regression), run = scratch.At("run");
        Outcome outcome = await Invocation.RunAsync(["compare", data, .. Tiny, "--losses", "squared", .. words, "--out", run]);
        Assert.True(outcome.Code == 0, outcome.Error);
        return JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run, "run.json"))).RootElement.GetProperty("options");
    }
}
