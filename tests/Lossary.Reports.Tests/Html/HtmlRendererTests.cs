using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lossary.Reports.Tests;

public sealed class HtmlRendererTests
{
    private const string Attack = "<img src=x onerror=alert(1)>\"'&";

    [Fact]
    public void The_answer_comes_first()
    {
        string page = HtmlRenderer.Render(SampleReport.Document());
        int verdict = page.IndexOf("Huber is best on MAE", StringComparison.Ordinal);
        Assert.InRange(verdict, 0, page.IndexOf("<h2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_needs_no_script_and_no_network()
    {
        string page = HtmlRenderer.Render(SampleReport.Document());
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        string[] addresses = [.. Regex.Matches(page, "https?://[^\"' )]+").Select(match => match.Value).Distinct()];
        Assert.Equal(["http://www.w3.org/2000/svg"], addresses);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_element_that_opens_closes()
    {
        string page = HtmlRenderer.Render(SampleReport.Document());
        int start = page.IndexOf("<body>", StringComparison.Ordinal);
        int end = page.IndexOf("</html>", StringComparison.Ordinal);
        Assert.Equal("body", XElement.Parse(page[start..end]).Name.LocalName);
    }

    [Fact]
    public void Names_too_long_for_the_ends_of_lines_stand_whole_in_a_key()
    {
        const string Long = "Cost-sensitive cross entropy, class-balanced (miss=5)";
        LinePlot plot = new(
            "Curves", new Axis("epoch"), new Axis("loss"), [new(Long, [1, 2], [1, 2], new(0)), new("b", [1, 2], [2, 1], new(1))]);

        string page = HtmlRenderer.Render(new("t") { Sections = [new("s", [new Figure(plot, "c")])] });
        string narrow = Regex.Match(page, "<div class=\"narrow\">.*?</figure>", RegexOptions.Singleline).Value;
        Assert.Contains($"<span>{Long}</span>", narrow, StringComparison.Ordinal);
        Assert.DoesNotContain("…", narrow, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_names_stand_at_the_ends_of_lines()
    {
        LinePlot plot = new("Curves", new Axis("epoch"), new Axis("loss"), [new("Huber", [1, 2], [1, 2], new(0))]);

        string page = HtmlRenderer.Render(new("t") { Sections = [new("s", [new Figure(plot, "c")])] });

        Assert.DoesNotContain("<span>Huber</span>", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, ">Huber</text>"));
    }

    [Fact]
    public void Every_contents_link_has_its_section()
    {
        string page = HtmlRenderer.Render(new("t") { Sections = [new("A b!", []), new("a B", []), new("价", [])] });
        string[] links = [.. Regex.Matches(page, "href=\"#([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(["a-b", "a-b-2", "section"], links);
        Assert.All(links, link => Assert.Contains($"<section id=\"{link}\">", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_from_data_cannot_become_markup_in_any_block()
    {
        Table table = new(
            [TableColumn.Words(Attack)],
            [new([new TableCell(Attack) { Note = Attack, Heat = 1 }]) { Style = new(1) }],
            Attack);
        Plot plot = new BarPlot(Attack, new Axis(Attack), [new(Attack, 1, new(0))]);
        ReportDocument document = new(Attack)
        {
            Subtitle = Attack,
            Key = [new(Attack, new(0))],
            Lead = new(Attack) { Label = Attack, Detail = Attack, FiguresTitle = Attack, Figures = [new(Attack, Attack, Attack)] },
            Sections =
            [
                new(Attack,
                [
                    new Paragraph(Attack), new Notice(Attack), new BulletList([Attack]), new CodeBlock(Attack),
                    new SettingList([new(Attack, Attack)]), table, new Figure(plot, Attack), new Section(Attack, []),
                    new FigureGroup([new Figure(plot, Attack)]) { Key = [new(Attack, new(0))] },
                ]),
                new(Attack, []), new(Attack, []),
            ],
            Footer = Attack,
        };
        Assert.DoesNotContain("<img", HtmlRenderer.Render(document), StringComparison.Ordinal);
        string fence = MarkdownText.Fenced(Attack);
        string text = MarkdownRenderer.Render(document);
        Assert.Contains(fence, text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", text.Replace(fence, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_stays_below_its_bound_whatever_the_data()
    {
        string longText = new('x', 100_000);
        TableRow[] rows = [.. Enumerable.Range(0, 50_000).Select(_ => new TableRow([longText, longText]))];
        Table table = new([TableColumn.Words("a"), TableColumn.Numbers("b")], rows);
        Plot scatter = SampleReport.Predictions(20_000);
        Block[] blocks = [.. Enumerable.Range(0, 60).SelectMany(_ => (Block[])[table, new Figure(scatter, longText)])];
        string page = HtmlRenderer.Render(new("t") { Sections = [new("s", blocks)] });
        Assert.True(Encoding.UTF8.GetByteCount(page) <= HtmlRenderer.MostBytes);
        Assert.Contains("more rows are not shown here.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Even_ten_thousand_tables_fit()
    {
        Table table = new([TableColumn.Words("a")], [new([new string('y', 500)])]);
        Section section = new("s", [.. Enumerable.Repeat<Block>(table, 10_000)]);
        string page = HtmlRenderer.Render(new("t") { Sections = [section, section] });
        Assert.True(Encoding.UTF8.GetByteCount(page) <= HtmlRenderer.MostBytes);
        Assert.Contains("the page is full", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_stand_right_and_negative_ones_have_a_minus_sign()
    {
        TableRow row = new(["x", "-1.5"]) { IsHighlighted = true };
        Table table = new([TableColumn.Words("a"), TableColumn.Numbers("b")], [row]);
        string page = HtmlRenderer.Render(new("t") { Sections = [new("s", [table])] });
        Assert.Contains("<tr class=\"top\">", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"num\">−1.5</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Minus_signs_stand_before_numbers_and_nowhere_else()
    {
        ReportDocument document = new("t")
        {
            Sections = [new("s", [new Paragraph("-3 to (-2) on 2026-11-21, log-cosh"), new CodeBlock("run -1")])],
        };
        string page = HtmlRenderer.Render(document);
        Assert.Contains("−3 to (−2) on 2026-11-21, log-cosh", page, StringComparison.Ordinal);
        Assert.Contains("run -1", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Pointing_at_a_loss_makes_its_lines_rise_without_a_script()
    {
        LineSeries[] lines = [new("a", [1, 2], [1, 2], new(0)), new("b", [1, 2], [2, 1], new(1))];
        Figure figure = new(new LinePlot("p", new Axis("x"), new Axis("y"), lines), "c");
        Section[] sections = [new("s", [figure]), new("u", []), new("v", [])];
        string page = HtmlRenderer.Render(new("t") { Key = [new("a", new(0)), new("b", new(1))], Sections = sections });
        Assert.Contains("class=\"k k1\"", page, StringComparison.Ordinal);
        Assert.Contains("<path class=\"s s1\"", page, StringComparison.Ordinal);
        Assert.Contains(":is(.s1,.k1)", page, StringComparison.Ordinal);
        Assert.DoesNotContain(":is(.s2,.k2)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, "")]
    [InlineData(0.1, "h1")]
    [InlineData(0.5, "h3")]
    [InlineData(1.0, "h5")]
    public void Heat_darkens_a_cell_in_five_steps(double heat, string step)
    {
        Table table = new([TableColumn.Words("a"), TableColumn.Numbers("b")], [new(["x", new TableCell("1") { Heat = heat }])]);
        string page = HtmlRenderer.Render(new("t") { Sections = [new("s", [table])] });
        Assert.Contains($"<td class=\"{$"num {step}".TrimEnd()}\">1</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_too_few_cells_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            new Table([TableColumn.Words("a"), TableColumn.Words("b")], [new(["x"])]));
        Assert.Contains("row 0 has 1 cells, the table has 2 columns.", error.Message, StringComparison.Ordinal);
    }
}
