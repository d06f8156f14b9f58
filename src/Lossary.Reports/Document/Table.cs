namespace Lossary.Reports;

/// <summary>Rows under named columns; the first column names the row.</summary>
/// <param name="Columns">The columns from left to right.</param>
/// <param name="Rows">The rows from top to bottom, each with as many cells as there are columns.</param>
/// <param name="Caption">What the table shows, in one sentence.</param>
/// <exception cref="ArgumentException">A row has more or fewer cells than there are columns.</exception>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows, string? Caption = null)
    : Block
{
    /// <summary>The rows from top to bottom.</summary>
    public IReadOnlyList<TableRow> Rows { get; } = Checked(Columns, Rows);

    private static IReadOnlyList<TableRow> Checked(IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Cells.Count != columns.Count)
            {
                throw new ArgumentException(
                    $"Rows: row {i} has {rows[i].Cells.Count} cells, the table has {columns.Count} columns.",
                    nameof(rows));
            }
        }

        return rows;
    }
}
