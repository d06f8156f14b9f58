using System.Globalization;

namespace Lossary.Samples;

/// <summary>Numbers with the names of their rows and columns.</summary>
/// <param name="Corner">What the rows are.</param>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The rows' names, with a number for each column.</param>
public sealed record ResultTable(
    string Corner, IReadOnlyList<string> Columns, IReadOnlyList<(string Name, double[] Values)> Rows)
{
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
        string[][] cells = [[Corner, .. Columns], .. Rows.Select(row => (string[])[row.Name, .. row.Values.Select(Format)])];
        int[] widths = [.. Enumerable.Range(0, Columns.Count + 1).Select(i => cells.Max(row => row[i].Length))];
        string rule = "| " + string.Join(" | ", widths.Select((width, i) => i == 0 ? new string('-', width) : new string('-', width - 1) + ":")) + " |";
        return string.Join('\n', cells.Select(Line).Take(1).Append(rule).Concat(cells.Skip(1).Select(Line)));

        string Line(string[] row) =>
            "| " + string.Join(" | ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))) + " |";
    }

    // Four decimals, or five digits where there is more before the point.
    private static string Format(double value) =>
        value.ToString(Math.Abs(value) < 10 ? "F4" : "G6", CultureInfo.InvariantCulture);

    private static double[] Numbers(string[] cells) =>
        Array.ConvertAll(cells, cell => double.Parse(cell, CultureInfo.InvariantCulture));
}
