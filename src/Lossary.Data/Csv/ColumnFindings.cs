using System.Globalization;

namespace Lossary.Data;

/// <summary>
/// Says of each column what was odd about its cells; what is left out as a feature, the encoder tells.
/// </summary>
internal static class ColumnFindings
{
    private const int InspectedLevels = 1000;

    private static readonly string[] DateFormats =
    [
        "yyyy-M-d", "yyyy/M/d", "d.M.yyyy", "M/d/yyyy", "d/M/yyyy", "d-M-yyyy",
        "yyyy-M-d H:m", "yyyy-M-d H:m:s", "yyyy-M-dTH:m:s", "yyyy-M-dTH:m:sK", "M/d/yyyy H:m", "M/d/yyyy H:m:s",
    ];

    public static IReadOnlyList<Finding> Of(IReadOnlyList<Column> columns, IReadOnlyList<ColumnInference> inferences)
    {
        List<Finding> findings = [];
        for (int i = 0; i < columns.Count; i++)
        {
            if (columns[i].Name == CsvRecords.RowNames)
            {
                findings.Add(new Finding($"the first column has no name; read as '{CsvRecords.RowNames}'"));
            }

            if (Describe(columns[i], inferences[i]) is Finding finding)
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    private static Finding? Describe(Column column, ColumnInference inference)
    {
        if (inference.DecimalComma)
        {
            return new Finding("numbers with a decimal comma, read as such", column.Name);
        }

        if (column.FirstInvalid is InvalidCell cell)
        {
            string others = inference.InvalidCount == 1 ? "" : $" (and {inference.InvalidCount - 1} more cells)";
            string reason = $"'{cell.Text}'{others} is not a finite number; counts as missing";
            return new Finding(reason, column.Name, cell.Row);
        }

        return IsDateLike(column)
            ? new Finding("looks like dates, treated as categories; derive numbers (year, age) from it", column.Name)
            : null;
    }

    /// <summary>Whether a column's texts are dates.</summary>
    public static bool IsDateLike(Column column) =>
        column.Kind == ColumnKind.Categorical && column.Levels.Take(InspectedLevels).All(level =>
            DateTime.TryParseExact(level, DateFormats, Invariant, DateTimeStyles.None, out _));
}
