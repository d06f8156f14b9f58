using System.Globalization;
using System.Xml.Linq;

namespace Lossary.Reports.Tests;

public sealed class PlotTests
{
    private const string Attack = "</text><script>alert(\"x\")</script>&'";

    public static TheoryData<string, Plot> Samples => new()
    {
        { "folds", SampleReport.Folds() },
        { "curves", SampleReport.LearningCurves() },
        { "shapes", SampleReport.Shapes() },
        { "scatter", SampleReport.Predictions(500) },
        { "density", SampleReport.Predictions(5000) },
        { "reliability", SampleReport.Reliability() },
        { "bars", SampleReport.Times() },
        { "histogram", new HistogramPlot("h", new Axis("x") { IsLogarithmic = true }, [1, 2, 3, 50, -1]) },
        { "matrix", new MatrixPlot("m", ["a", "b"], new double[,] { { 8, 2 }, { 1, 9 } }) },
        { "large matrix", new MatrixPlot("m", [.. Enumerable.Range(0, 26).Select(i => $"class {i}")], new double[26, 26]) },
        { "no classes", new MatrixPlot("none", [], new double[0, 0]) },
        { "critical differences", new CriticalDifferencePlot("c", [new("a", 1.2, new(0)), new("b", 1.8, new(1))], [[0, 1]], 9) },
        { "no ranks", new CriticalDifferencePlot("none", [], [], 1) },
        { "no lines", new LinePlot("none", new Axis("x"), new Axis("y"), []) },
        { "no rows", new DotPlot("none", new Axis("x"), []) },
        { "no bars", new BarPlot("none", new Axis("x"), []) },
        { "no values", new HistogramPlot("none", new Axis("x"), []) },
        { "no pairs", new ScatterPlot("none", new Axis("x"), new Axis("y"), [], []) },
        { "no numbers", Line([1, 2], [double.NaN, double.NaN]) },
        { "extremes", Line([1, 2, 3, 4], [-1e308, double.PositiveInfinity, 1e308, 0]) },
        { "bad bar", new BarPlot("b", new Axis("x"), [new("a", double.NaN, new(0)), new("b", -3, new(1))]) },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_plot_is_well_formed_finite_and_described_at_any_width(string name, Plot plot)
    {
        Assert.NotEmpty(name);
        foreach (int width in (int[])[240, Plot.NarrowWidth, Plot.WideWidth, 4096])
        {
            string svg = plot.ToSvg(width: width);
            XElement root = XDocument.Parse(svg).Root!;
            XNamespace space = "http://www.w3.org/2000/svg";
            Assert.Equal(plot.Title, root.Element(space + "title")!.Value);
            Assert.NotEmpty(root.Element(space + "desc")!.Value);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            Assert.DoesNotContain(root.Descendants().Attributes(), attribute => attribute.Value.Contains('∞'));
        }

        Assert.All(plot.ToTable().Rows, row => Assert.Equal(plot.ToTable().Columns.Count, row.Cells.Count));
    }

    [Fact]
    public void Names_from_data_cannot_become_markup()
    {
        Axis axis = new(Attack);
        Plot[] plots =
        [
            new LinePlot(Attack, axis, axis, [new(Attack, [1, 2], [1, 2], new(0))]),
            new DotPlot(Attack, axis, [new(Attack, [1, 2], new(0)), new("b", [], new(1)) { Note = Attack }]),
            new BarPlot(Attack, axis, [new(Attack, 1, new(0))]),
            new HistogramPlot(Attack, axis, [1, 2]),
            new ScatterPlot(Attack, axis, axis, [1, 2], [1, 2]),
            new MatrixPlot(Attack, [Attack], new double[,] { { 1 } }) { RowTitle = Attack, ColumnTitle = Attack },
        ];
        Assert.All(plots, plot =>
        {
            XDocument svg = XDocument.Parse(plot.ToSvg());
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
            Assert.Equal(Attack, svg.Root!.Attribute("aria-label")!.Value);
        });
    }

    [Fact]
    public void A_hundred_thousand_pairs_stay_below_two_hundred_kilobytes()
    {
        Random random = new(1);
        double[] x = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        string svg = new ScatterPlot("uniform", new Axis("x"), new Axis("y"), x, y).ToSvg();
        Assert.InRange(svg.Length, 2_000, 200_000);
    }

    [Fact]
    public void A_long_line_keeps_its_extremes_in_few_points()
    {
        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => (double)i)];
        double[] y = [.. x.Select(i => i == 54_321 ? 100 : Math.Sin(i))];
        Axis range = new("y") { Minimum = -100, Maximum = 100 };
        LinePlot plot = new("spike", new Axis("x"), range, [new("a", x, y, new(0))]);
        Scale paper = Scale.Of(range, y).Onto(1000, 0);
        string path = Thinning.Path(x, y, Scale.Of(new Axis("x"), x).Onto(0, 600), paper);
        Assert.True(plot.ToSvg().Length < 60_000);
        Assert.Contains(path.Split('L'), point => point.EndsWith(" 0", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_value_leaves_a_gap()
    {
        Scale scale = Scale.Of(new Axis("x") { Minimum = 0, Maximum = 10 }, []).Onto(0, 100);
        string path = Thinning.Path([0, 1, 2, 3, 4], [0, 1, double.NaN, 3, 4], scale, scale);
        Assert.Equal("M0 0L10 10M30 30L40 40", path);
    }

    [Fact]
    public void Labels_that_would_overlap_move_apart_in_order()
    {
        double[] places = EndLabels.Spread([50, 52, 51, 200], 0, 210);
        Assert.Equal([50, 80, 65, 200], places);
    }

    [Fact]
    public void Labels_stay_inside_the_room_even_when_there_are_too_many()
    {
        double[] places = EndLabels.Spread([.. Enumerable.Repeat(90.0, 30)], 0, 100);
        Assert.All(places, place => Assert.InRange(place, -1e-9, 100 + 1e-9));
    }

    [Fact]
    public void Lists_of_different_length_are_refused_with_both_lengths()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new LineSeries("a", [1, 2], [1], new(0)));
        Assert.Contains("Y has 1 elements, X has 2.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ScatterPlot("s", new Axis("x"), new Axis("y"), [1], []));
    }

    [Fact]
    public void Lines_over_the_same_values_share_the_rows_of_their_table()
    {
        Table shared = Lines([1, 2]).ToTable();
        Assert.Equal(["x", "a", "b"], shared.Columns.Select(column => column.Header));
        Assert.Equal(["2", "4.500", "6"], shared.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal(4, Lines([1, 3]).ToTable().Rows.Count);
    }

    [Fact]
    public void Bars_refuse_a_logarithmic_axis() =>
        Assert.Throws<ArgumentException>(() => new BarPlot("b", new Axis("x") { IsLogarithmic = true }, []));

    [Fact]
    public void Histogram_counts_every_value_it_can_show()
    {
        HistogramPlot plot = new("h", new Axis("x"), [1, 2, 2, 3, double.NaN]);
        Assert.Equal(1, plot.LeftOut);
        Assert.Equal(4, plot.ToTable().Rows.Sum(row => int.Parse(row.Cells[1].Text, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_small_dot_plot_is_as_reviewed() => Expectation.Matches("dots.svg", new DotPlot(
        "Folds",
        new Axis("MAE"),
        [
            new("Huber", [1, 2, 3], new(0)) { IsHighlighted = true, Lower = 1.5, Upper = 2.5 },
            new("Cauchy", [], new(1)) { Note = "diverged at epoch 3" },
        ]).ToSvg(SvgUse.Inline, 400));

    [Fact]
    public void A_small_line_plot_is_as_reviewed() => Expectation.Matches("lines.svg", new LinePlot(
        "Loss", new Axis("epoch"), new Axis("MAE"), [new("Huber", [0, 1, 2], [4, 2, 1], new(1))])
        .ToSvg(SvgUse.Inline, 400));

    private static LinePlot Lines(double[] x) => new(
        "lines", new Axis("x"), new Axis("y"), [new("a", [1, 2], [3, 4.5], new(0)), new("b", x, [5, 6], new(1))]);

    private static LinePlot Line(double[] x, double[] y) =>
        new("line", new Axis("x"), new Axis("y"), [new("a", x, y, new(9))]);
}
