namespace Lossary.Reports.Tests;

public sealed class TerminalPlotTests
{
    private static readonly LinePlot Diagonal = new(
        "rise",
        new Axis("x") { Minimum = 0, Maximum = 10 },
        new Axis("y") { Minimum = 0, Maximum = 10 },
        [new("up", [0, 10], [0, 10], new(0)), new("down", [0, 10], [10, 0], new(1))]);

    [Theory]
    [InlineData(TerminalCharacters.Unicode)]
    [InlineData(TerminalCharacters.Ascii)]
    public void A_picture_fills_its_rows_and_stays_within_its_columns(TerminalCharacters characters)
    {
        TerminalPicture picture = TerminalPlot.Render(Diagonal, new(60, 16) { Characters = characters });
        string[] lines = picture.ToString().Split('\n');
        Assert.Equal(16, lines.Length);
        Assert.All(lines, line => Assert.True(line.Length <= 60));
    }

    [Fact]
    public void Ascii_pictures_hold_ascii_alone()
    {
        LinePlot plot = new("é", new Axis("größe"), new Axis("R²"), [new("价格", [1e-9, 1], [-1, 1], new(0))]);
        string text = TerminalPlot.Render(plot, new(60, 16) { Characters = TerminalCharacters.Ascii }).ToString();
        Assert.All(text, letter => Assert.InRange(letter, '\n', '~'));
    }

    [Theory]
    [InlineData(TerminalCharacters.Unicode, "terminal-unicode.txt")]
    [InlineData(TerminalCharacters.Ascii, "terminal-ascii.txt")]
    public void A_small_picture_is_as_reviewed(TerminalCharacters characters, string file) =>
        Expectation.Matches(file, TerminalPlot.Render(Diagonal, new(40, 12) { Characters = characters }) + "\n");

    [Fact]
    public void Names_stand_in_their_series_style()
    {
        TerminalPicture picture = TerminalPlot.Render(Diagonal, new(60, 16));
        TerminalSpan up = Assert.Single(picture.Lines.SelectMany(line => line), span => span.Text.Trim() == "up");
        Assert.Equal(new SeriesStyle(0), up.Style);
    }

    [Fact]
    public void A_straight_line_sets_one_braille_dot_a_column()
    {
        DotGrid grid = new(2, 1, TerminalCharacters.Unicode);
        grid.Line(0, 0, 3, 3, series: 0);
        Assert.Equal("⠑⢄", string.Concat(grid.Row(0).Select(part => part.Text)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 16)]
    [InlineData(60, 5)]
    [InlineData(-5, -5)]
    public void A_room_too_small_gives_no_lines(int columns, int rows) =>
        Assert.Empty(TerminalPlot.Render(Diagonal, new(columns, rows)).Lines);

    [Fact]
    public void A_plot_without_values_still_has_axes()
    {
        LinePlot empty = new("none", new Axis("x"), new Axis("y"), [new("a", [1], [double.NaN], new(0))]);
        string text = TerminalPlot.Render(empty, new(60, 12)).ToString();
        Assert.Contains("└", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_in_a_name_do_not_reach_the_terminal()
    {
        LinePlot plot = new("p", new Axis("x\u001b[2J"), new Axis("y\a"), [new("a\u001b]0;x", [1, 2], [1, 2], new(0))]);
        string text = TerminalPlot.Render(plot, new(60, 12)).ToString();
        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter != '\n');
    }
}
