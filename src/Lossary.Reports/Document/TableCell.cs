namespace Lossary.Reports;

/// <summary>A cell's text; a string converts to it.</summary>
/// <param name="Text">The text.</param>
public sealed record TableCell(string Text)
{
    /// <summary>A lesser remark after the text, such as an interval.</summary>
    public string? Note { get; init; }

    /// <summary>Whether this is the best value of its column.</summary>
    public bool IsBest { get; init; }

    /// <summary>How dark the cell is, 0 (not at all) to 1; null in tables that are no map of heat.</summary>
    public double? Heat { get; init; }

    /// <summary>A cell of plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TableCell(string text) => new(text);
}
