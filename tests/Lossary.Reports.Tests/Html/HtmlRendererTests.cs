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
            [new([new TableCell(Attack) { Note = Attack }]) { Style = new(1) }],
            Attack);
        Plot plot = new BarPlot(Attack, new Axis(Attack), [new(Attack, 1, new(0))]);
        ReportDocument document = new(Attack)
        {
            Subtitle = Attack,
            Lead = new(Attack) { Detail = Attack, Figures = [new(Attack, Attack, Attack)] },
            Sections =
            [
                new(Attack,
                [
                    new Paragraph(Attack), new Notice(Attack), new BulletList([Attack]), new CodeBlock(Attack),
                    new SettingList([new(Attack, Attack)]), table, new Figure(plot, Attack), new Section(Attack, []),
                ]),
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
    public void A_row_with_too_few_cells_is_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            new Table([TableColumn.Words("a"), TableColumn.Words("b")], [new(["x"])]));
        Assert.Contains("row 0 has 1 cells, the table has 2 columns.", error.Message, StringComparison.Ordinal);
    }
}
