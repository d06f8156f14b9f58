using System.Text;

namespace Lossary.Reports;

/// <summary>Makes text that comes from data harmless in a terminal, where control characters are commands.</summary>
internal static class TerminalText
{
    /// <summary>The text without control characters, cut or filled to the width.</summary>
    public static string Fit(string text, int width, TerminalCharacters characters)
    {
        string clean = Clean(text, characters);
        if (clean.Length <= width)
        {
            return clean;
        }

        string ellipsis = characters == TerminalCharacters.Ascii ? "." : "…";
        return width < 1 ? "" : clean[..(width - 1)] + ellipsis;
    }

    /// <summary>The text without control characters; without signs beyond ASCII where the terminal lacks
    /// them.</summary>
    public static string Clean(string text, TerminalCharacters characters)
    {
        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (characters == TerminalCharacters.Ascii && !rune.IsAscii)
            {
                clean.Append(AsciiFor(rune.Value));
            }
            else if (Escaping.IsAllowed(rune.Value))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    private static string AsciiFor(int value) => value switch
    {
        '−' or '–' or '—' => "-",
        '·' => "*",
        '∞' => "inf",
        '²' => "^2",
        '³' => "^3",
        '⁻' => "-",
        '¹' => "1",
        '⁰' => "0",
        >= '⁴' and <= '⁹' => ((char)('4' + value - '⁴')).ToString(),
        _ => "?",
    };
}
