using System.Globalization;
using System.Text;
using Lossary.Data;

namespace Lossary.Cli;

/// <summary>A data frame of R as comma-separated text.</summary>
internal static class RDataFrame
{
    /// <summary>The text that R's <c>write.csv(frame, row.names = FALSE, na = "")</c> writes.</summary>
    /// <param name="name">The frame's name, for messages.</param>
    /// <param name="frame">The frame.</param>
    /// <exception cref="DataFileException">It is no frame, or a column is neither numbers nor texts.</exception>
    public static string ToCsv(string name, RValue frame)
    {
        if (frame.Content is not RValue[] { Length: > 0 } columns || frame.Names.Length != columns.Length)
        {
            throw new DataFileException(name, "is no data frame.");
        }

        string[][] cells = [.. columns.Select((column, i) => Cells(name, frame.Names[i] ?? "", column))];
        StringBuilder text = new();
        text.AppendJoin(',', frame.Names.Select(Quote)).Append('\n');
        for (int row = 0; row < cells[0].Length; row++)
        {
            text.AppendJoin(',', cells.Select(column => column[row])).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Cells(string name, string column, RValue values) => values.Content switch
    {
        int[] codes when values.Attributes.GetValueOrDefault("levels")?.Content is string?[] levels =>
            Array.ConvertAll(codes, code => code == int.MinValue ? "" : Quote(levels[code - 1])),
        int[] numbers => Array.ConvertAll(
            numbers, number => number == int.MinValue ? "" : number.ToString(CultureInfo.InvariantCulture)),
        double[] numbers => Array.ConvertAll(
            numbers, number => double.IsNaN(number) ? "" : number.ToString("G15", CultureInfo.InvariantCulture)),
        bool?[] truths => Array.ConvertAll(truths, truth => truth is bool known ? (known ? "TRUE" : "FALSE") : ""),
        string?[] texts => Array.ConvertAll(texts, Quote),
        _ => throw new DataFileException(name, "holds neither numbers nor texts.", column: column),
    };

    private static string Quote(string? text) =>
        text is null ? "" : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
