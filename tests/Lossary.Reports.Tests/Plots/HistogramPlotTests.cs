namespace Lossary.Reports.Tests;

public sealed class HistogramPlotTests
{
    [Fact]
    public void Bars_of_counts_hold_equally_many_whole_numbers()
    {
        // Every count from 0 to 69 ten times: any bar higher than another would be made by the bins alone.
        double[] counts = [.. Enumerable.Range(0, 700).Select(i => (double)(i / 10))];

        HistogramPlot plot = new("counts", new Axis("y"), counts);

        Assert.Equal(0, plot.LeftOut);
        Assert.Single(Heights(plot)[..^1].Distinct());
    }

    [Fact]
    public void Few_counts_have_a_bar_each()
    {
        HistogramPlot plot = new("counts", new Axis("y"), [0, 0, 0, 1, 2, 2, 5]);

        Assert.Equal(["3", "1", "2", "0", "0", "1"], Heights(plot));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], plot.ToTable().Rows.Select(row => row.Cells[0].Text));
    }

    [Fact]
    public void Large_whole_numbers_are_binned_as_any_others()
    {
        HistogramPlot plot = new("prices", new Axis("y"), [.. Enumerable.Range(0, 500).Select(i => 1000.0 * i)]);

        Assert.Equal(0, plot.LeftOut);
    }

    private static string[] Heights(HistogramPlot plot) => [.. plot.ToTable().Rows.Select(row => row.Cells[1].Text)];
}
