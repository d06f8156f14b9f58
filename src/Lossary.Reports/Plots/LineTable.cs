namespace Lossary.Reports;

/// <summary>The numbers of a line plot: one column a line where all share their horizontal values.</summary>
internal static class LineTable
{
    private const int MostRows = 40;
    private const int SharedRows = 25;
    private const int MostColumns = 8;

    /// <summary>The table, with evenly chosen rows where there are too many.</summary>
    public static Table Of(LinePlot plot)
    {
        IReadOnlyList<LineSeries> lines = plot.Series;
        bool areShared = lines.Count is > 0 and <= MostColumns && lines.All(line => line.X.SequenceEqual(lines[0].X));
        return areShared ? Shared(plot, lines[0].X) : Stacked(plot);
    }

    private static Table Shared(LinePlot plot, IReadOnlyList<double> x)
    {
        TableColumn[] columns =
        [
            TableColumn.Numbers(plot.X.Label),
            .. plot.Series.Select(line => TableColumn.Numbers(line.Name)),
        ];
        TableRow[] rows = [.. Thinning.Indices(x.Count, SharedRows).Select(i => new TableRow(
            [Text(x[i]), .. plot.Series.Select(line => new TableCell(Text(line.Y[i])))]))];
        return new(columns, rows, $"{plot.Title}: {plot.Y.Label}");
    }

    private static Table Stacked(LinePlot plot)
    {
        int rowsEach = Math.Max(2, MostRows / Math.Max(1, plot.Series.Count));
        IEnumerable<TableRow> rows = plot.Series.SelectMany(line => Thinning.Indices(line.X.Count, rowsEach)
            .Select(i => new TableRow([line.Name, Text(line.X[i]), Text(line.Y[i])]) { Style = line.Style }));
        TableColumn[] columns =
        [
            TableColumn.Words("Line"),
            TableColumn.Numbers(plot.X.Label),
            TableColumn.Numbers(plot.Y.Label),
        ];
        return new(columns, [.. rows], plot.Title);
    }

    /// <summary>Whole numbers as they are, others in four digits.</summary>
    private static string Text(double value) => Math.Abs(value) < 10000 && value == Math.Round(value)
        ? Quantity.Fixed(value, 0)
        : Quantity.Format(value, 4);
}
