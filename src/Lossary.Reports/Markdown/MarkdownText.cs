using System.Text;

namespace Lossary.Reports;

/// <summary>Makes text that comes from data harmless in Markdown: it stays text on one line.</summary>
internal static class MarkdownText
{
    private const string Meaningful = "\\`*_[]|~$";

    /// <summary>The text with every character that means something to Markdown or HTML escaped.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t')
            {
                escaped.Append(' ');
            }
            else if (rune.Value is '<' or '>' or '&')
            {
                escaped.Append(rune.Value switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            }
            else if (Escaping.IsAllowed(rune.Value))
            {
                if (rune.IsAscii && Meaningful.Contains((char)rune.Value, StringComparison.Ordinal))
                {
                    escaped.Append('\\');
                }

                escaped.Append(rune);
            }
        }

        return Start(escaped.ToString().Trim());
    }

    /// <summary>The code between fences longer than any run of backticks in it.</summary>
    public static string Fenced(string code)
    {
        int longest = 0;
        int run = 0;
        foreach (char letter in code)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        string fence = new('`', Math.Max(3, longest + 1));
        return fence + "\n" + code.ReplaceLineEndings("\n").TrimEnd('\n') + "\n" + fence;
    }

    /// <summary>Escapes what makes a heading, a list or a rule at the start of a line only.</summary>
    private static string Start(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        bool isMarker = text[0] is '#' or '=' || (text[0] is '-' or '+' && (text.Length == 1 || text[1] is ' ' or '-'));
        if (isMarker)
        {
            return "\\" + text;
        }

        int digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        bool isNumbered = digits > 0 && text[digits] is '.' or ')' && digits > 0
            && (digits + 1 == text.Length || text[digits + 1] == ' ');
        return isNumbered ? text.Insert(digits, "\\") : text;
    }
}
