namespace Lossary.Reports.Tests;

public sealed class MatrixPlotTests
{
    private static readonly MatrixPlot Plot = new(
        "m", ["cat", "dog", "owl"], new double[,] { { 8, 2, 0 }, { 1, 9, 0 }, { 0, 0, 0 } });

    [Fact]
    public void The_table_tells_recall_precision_and_the_commonest_mistake()
    {
        // By hand: of 10 cats 8 are found; of 9 called cats 8 are; there are no owls.
        string[][] rows = [.. Plot.ToTable().Rows.Select(row => row.Cells.Select(cell => cell.Text).ToArray())];
        Assert.Equal(["cat", "10", "80 %", "89 %", "dog (2)"], rows[0]);
        Assert.Equal(["dog", "10", "90 %", "82 %", "cat (1)"], rows[1]);
        Assert.Equal(["owl", "0", "–", "–", "–"], rows[2]);
    }

    [Fact]
    public void Counts_stand_in_the_cells_of_few_classes_only()
    {
        Assert.Contains(">8</text>", Plot.ToSvg(), StringComparison.Ordinal);
        double[,] counts = new double[26, 26];
        counts[3, 4] = 777;
        MatrixPlot many = new("m", [.. Enumerable.Range(0, 26).Select(i => $"{(char)('A' + i)}")], counts);
        Assert.DoesNotContain("777", many.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_another_shape_are_refused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new MatrixPlot("m", ["a"], new double[2, 1]));
        Assert.Contains("counts has the shape [2, 1], there are 1 names.", error.Message, StringComparison.Ordinal);
    }
}
