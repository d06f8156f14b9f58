using System.Text.Json;
using System.Xml.Linq;

namespace Lossary.Cli.Tests;

public sealed class PlotCommandTests
{
    [Fact]
    public async Task Losses_side_by_side_are_named_at_their_lines_in_both_plots()
    {
        Outcome outcome = await Invocation.RunAsync(90, "", ["plot", "huber", "--against", "squared,huber:delta=0.5"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("residual r", outcome.Out, StringComparison.Ordinal);
        Assert.All(
            (string[])["huber", "squared", "huber:delta=0.5"],
            name => Assert.True(outcome.Out.Split(name).Length > 2, name));
        Assert.All(outcome.Out.Split('\n'), line => Assert.True(line.Length <= 90, line));
    }

    [Fact]
    public async Task A_file_holds_the_value_above_the_derivative()
    {
        using Scratch scratch = new();
        string file = Path.Combine(scratch.Folder, "new", "plot.svg");

        Outcome outcome = await Invocation.RunAsync("plot", "hinge", "--against", "logistic", "--range=-2..4", "--svg", file);

        Assert.Equal("", outcome.Out);
        XElement svg = XDocument.Load(file).Root!;
        XElement[] plots = [.. svg.Elements().Where(element => element.Name.LocalName == "svg")];
        Assert.Equal(
            ["Loss: hinge, logistic", "Derivative: hinge, logistic"],
            plots.Select(plot => plot.Attribute("aria-label")!.Value));
        Assert.Equal("0", plots[0].Attribute("y")!.Value);
        Assert.Equal(plots[0].Attribute("height")!.Value, plots[1].Attribute("y")!.Value);
    }

    [Fact]
    public async Task A_document_holds_the_points_of_value_and_derivatives()
    {
        Outcome outcome = await Invocation.RunAsync("plot", "squared", "--against", "huber:delta=2", "--range=-3..3", "--json");

        Assert.Equal(("r", -3), (outcome.Json.GetProperty("variable").GetString(), outcome.Json.GetProperty("low").GetDouble()));
        JsonElement[] losses = [.. outcome.Json.GetProperty("losses").EnumerateArray()];
        Assert.Equal(["squared", "huber:delta=2"], losses.Select(loss => loss.GetProperty("name").GetString()));
        JsonElement points = losses[1].GetProperty("points");

        // Huber with δ = 2 at 3, by hand: 2 · 3 − 2²/2, slope 2, no curvature.
        JsonElement last = points[points.GetArrayLength() - 1];
        Assert.Equal(
            [3.0, 4, 2, 0],
            ((string[])["at", "loss", "derivative", "secondDerivative"]).Select(name => last.GetProperty(name).GetDouble()));
    }

    [Theory]
    [InlineData("gaussian")]
    [InlineData("root-mean-squared")]
    public async Task A_loss_of_several_arrays_is_drawn_along_one_of_its_numbers(string loss)
    {
        Outcome outcome = await Invocation.RunAsync("plot", loss);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("one number of it moves", outcome.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one plot takes losses of one variable", "huber", "--against", "hinge")]
    [InlineData("--range must be two numbers", "huber", "--range=4..1")]
    [InlineData("--range must be two numbers", "huber", "--range=NaN..1")]
    [InlineData("No loss is called", "hubert")]
    public async Task What_cannot_be_drawn_is_refused(string said, params string[] arguments)
    {
        string line = await Invocation.RefusedAsync(2, ["plot", .. arguments]);
        Assert.Contains(said, line, StringComparison.Ordinal);
    }
}
