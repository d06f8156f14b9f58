using System.Text.Json;
using Lossary.Losses;
using Spectre.Console;

namespace Lossary.Cli.Tests;

public sealed class ShowCommandTests
{
    private static readonly string[] Rows =
        ["formula", "key", "family", "properties", "source", "1st derivative"];

    private static readonly string[] RowsOfTwoArrays = ["target", "prediction"];

    private static readonly string[] SecondOrders = ["exact", "held", "none"];

    public static TheoryData<string> Keys => [.. LossCatalogue.All.Select(entry => entry.Card.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_loss_is_explained_within_eighty_columns(string key)
    {
        Outcome outcome = await Invocation.RunAsync(80, "", ["show", key]);

        Assert.Equal(0, outcome.Code);
        Assert.Equal("", outcome.Error);
        string[] rows = LossCatalogue.Find(key).Create() is IArrayLoss
            ? [.. Rows, "inputs"]
            : [.. Rows, .. RowsOfTwoArrays];
        Assert.All(rows, row => Assert.Contains($"\n{row}", outcome.Out, StringComparison.Ordinal));
        Assert.All(outcome.Out.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_loss_is_one_document_of_finite_numbers(string key)
    {
        Outcome outcome = await Invocation.RunAsync("show", key, "--json");

        Assert.Equal(0, outcome.Code);
        JsonElement loss = outcome.Json;
        Assert.Equal(key, loss.GetProperty("key").GetString());
        Assert.Equal(LossCatalogue.Find(key).Formula, loss.GetProperty("formula").GetProperty("latex").GetString());
        Assert.True(loss.GetProperty("points").GetArrayLength() > 3);
        Assert.DoesNotContain("NaN", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_change_the_numbers()
    {
        Outcome outcome = await Invocation.RunAsync("show", "huber:delta=0.5", "--json");

        JsonElement loss = outcome.Json;
        Assert.Equal("huber:delta=0.5", loss.GetProperty("name").GetString());
        Assert.Equal(0.5, loss.GetProperty("parameters")[0].GetProperty("value").GetDouble());
        Assert.Equal(1, loss.GetProperty("parameters")[0].GetProperty("default").GetDouble());
        Assert.Equal([-0.5, 0.5], loss.GetProperty("kinks").EnumerateArray().Select(kink => kink.GetDouble()));

        // Huber at r = 3: δ(|r| − δ/2) = 0.5 · 2.75.
        JsonElement last = loss.GetProperty("points").EnumerateArray().Last();
        Assert.Equal(3, last.GetProperty("at").GetDouble());
        Assert.Equal(1.375, last.GetProperty("loss").GetDouble());
        Assert.Equal(0.5, last.GetProperty("derivative").GetDouble());
    }

    [Fact]
    public async Task A_weighted_sum_of_losses_is_explained_like_one()
    {
        Outcome outcome = await Invocation.RunAsync("show", "0.7*huber:delta=0.5+0.3*squared");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("0.7 Huber (delta=0.5) + 0.3 squared error\n", outcome.Out, StringComparison.Ordinal);
        Outcome page = await Invocation.RunAsync("show", "0.7*huber:delta=0.5+0.3*squared", "--json");
        JsonElement last = page.Json.GetProperty("points").EnumerateArray().Last();

        // 0.7 · 1.375 + 0.3 · 9 at r = 3.
        Assert.Equal((0.7 * 1.375) + 2.7, last.GetProperty("loss").GetDouble(), 12);
    }

    [Fact]
    public async Task The_key_of_a_sum_is_the_sum_that_can_be_asked_for_again()
    {
        Outcome page = await Invocation.RunAsync("show", "0.7*huber:delta=0.5+0.3*mse", "--json");
        string key = page.Json.GetProperty("key").GetString()!;
        Assert.Equal("0.7*huber:delta=0.5+0.3*squared", key);
        Assert.Contains(key, (await Invocation.RunAsync("show", key)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Latex_is_the_formula_and_nothing_else()
    {
        Outcome outcome = await Invocation.RunAsync("show", "mse", "--latex");

        Assert.Equal(LossCatalogue.Find("squared").Formula, outcome.Out.TrimEnd());
    }

    [Fact]
    public async Task A_dumb_terminal_gets_ascii_alone()
    {
        using StringWriter output = new(), error = new();
        Shell shell = new() { In = Stream.Null, Out = output, Error = error, Width = 80, IsUnicode = false };

        foreach (LossEntry entry in LossCatalogue.All)
        {
            Assert.Equal(0, await CommandLine.RunAsync(["show", entry.Card.Key], shell));
        }

        Assert.All(output.ToString(), letter => Assert.True(char.IsAscii(letter), letter.ToString()));
    }

    [Fact]
    public async Task Colours_mark_the_two_curves_apart()
    {
        using StringWriter output = new(), error = new();
        Shell shell = new() { In = Stream.Null, Out = output, Error = error, Colours = ColorSystemSupport.TrueColor };

        await CommandLine.RunAsync(["show", "huber"], shell);

        // The palette's first two colours, #4269d0 and #efb118.
        Assert.Contains("\e[38;2;66;105;208m", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\e[38;2;239;177;24m", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_not_to_take_it_its_names_elsewhere_and_its_neighbours_are_told()
    {
        Outcome outcome = await Invocation.RunAsync("show", "huber:delta=2", "--json");

        Assert.Contains("Tukey", outcome.Json.GetProperty("avoid").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "torch.nn.HuberLoss(delta=2)",
            outcome.Json.GetProperty("translations").EnumerateArray().Select(row => row.GetProperty("call").GetString()));
        string?[] neighbours =
            [.. outcome.Json.GetProperty("neighbours").EnumerateArray().Select(key => key.GetString())];
        Assert.Equal(["welsch", "tukey"], neighbours.Take(2));
    }

    [Fact]
    public async Task The_inputs_of_a_loss_of_several_arrays_are_told()
    {
        Outcome outcome = await Invocation.RunAsync("show", "gaussian");

        Assert.Contains("log-variance […]: the logarithm of the predicted variance; real, gradient", outcome.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hubber", "Did you mean huber")]
    [InlineData("cross_entrpy", "Did you mean cross-entropy")]
    [InlineData("huber:epsilon=1", "it has: delta")]
    [InlineData("huber:delta=-1", "delta must be in (0, ∞), but is -1.")]
    [InlineData("huber:delta=NaN", "delta must be in (0, ∞)")]
    [InlineData("huber:delta=wide", "delta=number")]
    public async Task What_does_not_exist_is_refused_with_what_does(string name, string hint)
    {
        string error = await Invocation.RefusedAsync(2, "show", name);

        Assert.Contains(hint, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter '", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_loss_says_its_whole_contract() => Assert.All(LossCatalogue.All, entry =>
    {
        ILoss loss = entry.Create();
        LossSheetDescription sheet = LossSheetDescription.Of(entry, loss);
        Assert.Equal(loss.Card.Link == Link.Score, sheet.InverseLink is null);
        Assert.Equal(loss is IArrayLoss, sheet.Target is null && sheet.Prediction is null);
        Assert.Equal(loss is IArrayLoss, sheet.Inputs.Count > 0);
        Assert.Equal(loss.Traits.IsCoupled, !sheet.Aggregation.Mergeable && sheet.Traits.Coupled);
        Assert.Equal(
            loss.Traits.IsProper || loss.Traits.Functional != Functional.Unnamed, sheet.OptimalConstant is not null);
        Assert.Contains(sheet.Traits.SecondOrder, SecondOrders);
        Assert.All(
            new[] { sheet.Title, sheet.Use, sheet.Avoid, sheet.Reference, sheet.Formula.Latex, sheet.Names.Chinese },
            text => Assert.False(string.IsNullOrWhiteSpace(text)));
    });

    [Fact]
    public async Task Classes_may_be_weighed_and_ignored_and_a_quantile_names_its_level()
    {
        JsonElement sheet = (await Invocation.RunAsync("show", "CrossEntropyLoss", "--json")).Json;
        JsonElement aggregation = sheet.GetProperty("aggregation");
        Assert.Equal("cross-entropy", sheet.GetProperty("key").GetString());
        Assert.Equal("softmax(z)", sheet.GetProperty("inverseLink").GetString());
        Assert.True(aggregation.GetProperty("classWeights").GetBoolean());
        Assert.Equal(-100, aggregation.GetProperty("ignoredClass").GetInt32());
        Assert.True(aggregation.GetProperty("mergeable").GetBoolean());
        Assert.Equal(0, aggregation.GetProperty("empty").GetDouble());

        JsonElement quantile = (await Invocation.RunAsync("show", "quantile:level=0.9", "--json")).Json;
        Assert.Equal("quantile", quantile.GetProperty("optimalConstant").GetString());
        Assert.Equal(0.9, quantile.GetProperty("traits").GetProperty("level").GetDouble());
    }

    [Theory]
    [InlineData("huber")]
    [InlineData("cross-entropy")]
    [InlineData("ctc")]
    public async Task What_a_row_costs_is_measured_where_it_is_asked_for(string key)
    {
        JsonElement timed = (await Invocation.RunAsync("show", key, "--time", "--json")).Json;
        Assert.True(timed.GetProperty("nanosecondsPerRow").GetDouble() > 0);
        JsonElement plain = (await Invocation.RunAsync("show", key, "--json")).Json;
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("nanosecondsPerRow").ValueKind);
        Assert.Contains("ns a row", (await Invocation.RunAsync("show", key, "--time")).Out, StringComparison.Ordinal);
    }
}
