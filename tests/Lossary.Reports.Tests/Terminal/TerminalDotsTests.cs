namespace Lossary.Reports.Tests;

public sealed class TerminalDotsTests
{
    private static readonly DotPlot Plot = new(
        "Folds",
        new Axis("MAE") { Minimum = 0, Maximum = 10 },
        [
            new("Huber", [2, 3, 7], new(0)) { IsHighlighted = true, Lower = 3, Upper = 5 },
            new("Cauchy", [], new(1)) { Note = "diverged at epoch 3" },
        ]);

    [Theory]
    [InlineData(TerminalCharacters.Unicode, "dots-unicode.txt")]
    [InlineData(TerminalCharacters.Ascii, "dots-ascii.txt")]
    public void A_small_picture_is_as_reviewed(TerminalCharacters characters, string file) =>
        Expectation.Matches(file, TerminalDots.Render(Plot, new(48, 0) { Characters = characters }) + "\n");

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-5)]
    public void A_room_too_narrow_gives_no_lines(int columns) =>
        Assert.Empty(TerminalDots.Render(Plot, new(columns, 0)).Lines);

    [Fact]
    public void Lines_stay_within_the_columns()
    {
        string[] lines = TerminalDots.Render(SampleReport.Folds(), new(80, 0)).ToString().Split('\n');
        Assert.Equal(9, lines.Length);
        Assert.All(lines, line => Assert.True(line.Length <= 80));
    }
}
