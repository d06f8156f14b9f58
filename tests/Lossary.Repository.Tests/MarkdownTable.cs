namespace Lossary.Repository.Tests;

/// <summary>A pipe table of a Markdown page, its cells without code marks.</summary>
internal sealed record MarkdownTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The page's first table whose first column has this heading.</summary>
    public static MarkdownTable Find(string markdown, string firstHeading)
    {
        string[] lines = markdown.Split('\n');
        int start = Array.FindIndex(lines, line => IsRow(line) && Cells(line)[0] == firstHeading);
        Assert.True(start >= 0, $"The page has no table whose first column is called '{firstHeading}'.");
        return new(Cells(lines[start]), [.. lines.Skip(start + 2).TakeWhile(IsRow).Select(Cells)]);
    }

    /// <summary>The names in a cell that lists them with commas; a dash is none.</summary>
    public static IEnumerable<string> Names(string cell) =>
        cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name is not ("—" or "-"))
            .Order(StringComparer.Ordinal);

    private static bool IsRow(string line) => line.StartsWith('|');

    private static IReadOnlyList<string> Cells(string line) =>
        [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Replace("`", "", StringComparison.Ordinal).Trim())];
}
