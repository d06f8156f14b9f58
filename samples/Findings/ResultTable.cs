using System.Globalization;

namespace Lossary.Samples;

/// <summary>Numbers with the names of their rows and columns.</summary>
/// <param name="Corner">What the rows are.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The rows' names, with a number for each column; NaN where it says nothing.</param>
public sealed record ResultTable(
    string Corner, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, double[] Values)> Rows)
{
    private const string Nothing = "-";

    public double this[string row, string column] =>
        Rows.Single(candidate => candidate.Name == row).Values[Columns.ToList().IndexOf(column)];

    /// <summary>The table of a Markdown page that <see cref="ToMarkdown"/> wrote.</summary>
    public static ResultTable Parse(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        string[][] rows =
        [
            .. markdown.Split('\n').Where(line => line.StartsWith('|'))
                .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
        ];
        return new ResultTable(rows[0][0], rows[0][1..], [.. rows.Skip(2).Select(row => (row[0], Numbers(row[1..])))]);
    }

    public string ToMarkdown()
    {
        string[][] cells =
            [[Corner, .. Columns], .. Rows.Select(row => (string[])[row.Name, .. row.Values.Select(Format)])];
        int[] widths = [.. Enumerable.Range(0, Columns.Count + 1).Select(i => cells.Max(row => row[i].Length))];
        string[] rules =
            [new string('-', widths[0]), .. widths[1..].Select(width => new string('-', width - 1) + ":")];
        return string.Join('\n', cells[1..].Prepend(rules).Prepend(cells[0]).Select(Line));

        string Line(string[] row) => $"| {string.Join(" | ", row.Select(Pad))} |";

        string Pad(string cell, int column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]);
    }

    // Four decimals, or six digits where there are more before the point.
    private static string Format(double value) => double.IsNaN(value)
        ? Nothing
        : value.ToString(Math.Abs(value) < 10 ? "F4" : "G6", CultureInfo.InvariantCulture);

    private static double[] Numbers(string[] cells) => Array.ConvertAll(
        cells, cell => cell == Nothing ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture));
}
