namespace Lossary.Reports.Tests;

public sealed class BarPlotTests
{
    [Fact]
    public void Whole_numbers_are_written_in_full()
    {
        BarPlot plot = new(
            "Rows",
            new Axis("rows") { IsWhole = true },
            [new("no", 4293, new(0)), new("yes", 707, SeriesStyle.Neutral)]);

        string svg = plot.ToSvg();

        Assert.Contains(">4,293<", svg, StringComparison.Ordinal);
        Assert.Contains(">707<", svg, StringComparison.Ordinal);
        Assert.Equal(["4,293", "707"], plot.ToTable().Rows.Select(row => row.Cells[1].Text));
    }

    [Fact]
    public void Other_numbers_are_written_in_few_digits()
    {
        BarPlot plot = new("Scores", new Axis("score"), [new("one", 4293, new(0))]);

        Assert.Contains(">4.29 k<", plot.ToSvg(), StringComparison.Ordinal);
    }
}
