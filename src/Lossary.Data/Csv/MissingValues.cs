namespace Lossary.Data;

/// <summary>Which texts of a cell mean "no value".</summary>
internal static class MissingValues
{
    /// <summary>
    /// Compared without regard to case; spaces around a cell do not count. "None" is not here: it is a level of many
    /// columns.
    /// </summary>
    private static readonly HashSet<string> Marks = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "NA", "N/A", "#N/A", "NaN", "null", "?",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Marks.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> cell)
    {
        ReadOnlySpan<char> text = cell.Trim();
        return text.Length <= 4 && Lookup.Contains(text);
    }
}
