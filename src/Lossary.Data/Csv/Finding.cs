namespace Lossary.Data;

/// <summary>Something in the data that the user should know, though it does not stop the work.</summary>
/// <param name="Message">What was found, and what was done about it.</param>
/// <param name="Column">The column's name; null: no one column.</param>
/// <param name="Row">Line of the file as an editor counts it; null: no one line.</param>
public sealed record Finding(string Message, string? Column = null, int? Row = null)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        string row = Row is null ? "" : string.Create(Invariant, $"row {Row}");
        string column = Column is null ? "" : $"column '{Column}'";
        string place = string.Join(", ", new[] { row, column }.Where(part => part.Length > 0));
        return place.Length == 0 ? Message : $"{place}: {Message}";
    }
}
