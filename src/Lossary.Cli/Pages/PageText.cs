using System.Text.RegularExpressions;

namespace Lossary.Cli;

/// <summary>Pieces of the pages of losses.</summary>
internal static partial class PageText
{
    /// <summary>A row of a table; an empty cell is a dash.</summary>
    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells.Select(Cell))} |\n";

    /// <summary>The head of a table.</summary>
    public static string Head(params string[] cells) =>
        Row(cells) + "|" + string.Concat(cells.Select(_ => " --- |")) + "\n";

    public static string Code(string text) => $"`{text}`";

    /// <summary>Prose in which nothing is markup but links to what has a number of its own.</summary>
    public static string Prose(string text) => Identifier().Replace(
        text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal),
        match => match.Value.StartsWith("doi:", StringComparison.Ordinal)
            ? $"[{match.Value}](https://doi.org/{Escaped(match.Value["doi:".Length..])})"
            : $"[{match.Value}](https://arxiv.org/abs/{match.Value["arXiv:".Length..]})");

    private static string Escaped(string identifier) => identifier
        .Replace("&lt;", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal);

    private static string Cell(string text) =>
        text.Length == 0 ? "—" : text.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"doi:10\.\S+[\w)]|arXiv:[\w./-]*\w")]
    private static partial Regex Identifier();
}
