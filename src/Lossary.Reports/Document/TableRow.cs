namespace Lossary.Reports;

/// <summary>A row of cells.</summary>
/// <param name="Cells">The cells from left to right; the first names the row.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>Whether the row is the one to look at first.</summary>
    public bool IsHighlighted { get; init; }

    /// <summary>The colour that the row's loss has in the plots; none for rows that are no loss.</summary>
    public SeriesStyle? Style { get; init; }
}
