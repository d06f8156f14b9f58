namespace Lossary.Reports.Tests;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void A_report_is_as_reviewed() =>
        Expectation.Matches("report.md", MarkdownRenderer.Render(SampleReport.Document()));

    [Fact]
    public void A_pipe_in_a_cell_does_not_part_it()
    {
        Table table = new([TableColumn.Words("a|b")], [new(["c|d\ne"])]);
        string text = MarkdownRenderer.Render(new("t") { Sections = [new("s", [table])] });
        Assert.Equal("# t\n\n## s\n\n| a\\|b |\n| --- |\n| c\\|d e |\n", text);
    }
}
