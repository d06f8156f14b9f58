using System.Xml.Linq;

namespace Lossary.Reports.Tests;

public sealed class CriticalDifferencePlotTests
{
    private static readonly CriticalDifferencePlot Plot = new(
        "Mean ranks",
        [
            new("Huber <0.5>", 1.4, new SeriesStyle(0)) { IsHighlighted = true },
            new("Squared error", 2.1, new SeriesStyle(1)),
            new("Absolute error", 3.6, new SeriesStyle(2)),
            new("Cauchy", 3.9, new SeriesStyle(3)),
        ],
        [[0, 1], [2, 3]],
        1.2);

    [Theory]
    [InlineData(Reports.Plot.WideWidth)]
    [InlineData(Reports.Plot.NarrowWidth)]
    public void Draws_a_dot_for_each_loss_in_the_order_of_ranks_and_a_bar_for_each_group(int width)
    {
        XElement svg = XElement.Parse(Plot.ToSvg(width: width));

        double[] across = [.. svg.Descendants().Where(e => e.Name.LocalName == "circle").Select(e => (double)e.Attribute("cx")!)];
        Assert.Equal(4, across.Length);
        Assert.Equal(across.Order(), across);
        Assert.Equal(2, svg.Descendants().Count(e => (string?)e.Attribute("stroke-width") == "3"));
    }

    [Fact]
    public void Losses_that_share_a_letter_cannot_be_told_apart()
    {
        Assert.Equal(["a", "a", "b", "b"], Enumerable.Range(0, 4).Select(Plot.LettersOf));
        Assert.Equal(["a", "a", "b", "b"], Plot.ToTable().Rows.Select(row => row.Cells[2].Text));
    }

    [Fact]
    public void Tells_in_words_what_there_is_to_see()
    {
        Assert.Equal(
            "Mean ranks, 1 is best: Huber <0.5> 1.40; Squared error 2.10; Absolute error 3.60; Cauchy 3.90. "
            + "Critical difference 1.20. Not told apart: Huber <0.5>, Squared error; Absolute error, Cauchy.",
            Plot.Description);
    }

    [Fact]
    public void A_group_of_losses_that_are_not_there_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new CriticalDifferencePlot("Ranks", [new("one", 1, default)], [[0, 1]], 1));

        Assert.Contains("none of the 1", error.Message, StringComparison.Ordinal);
    }
}
