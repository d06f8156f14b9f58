using System.Text;

namespace Lossary.Reports;

/// <summary>Makes text that comes from data harmless inside HTML and SVG: it stays text, in any position.</summary>
internal static class Escaping
{
    /// <summary>The text for element content and quoted attributes; characters that XML forbids are dropped.</summary>
    public static string Markup(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder escaped = new(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case '\t' or '\n' or '\r': escaped.Append(' '); break;
                default: AppendAllowed(escaped, rune); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>The text cut to so many characters, closed by an ellipsis where something is missing.</summary>
    public static string Cut(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= length)
        {
            return text;
        }

        int cut = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..cut] + "…";
    }

    /// <summary>Whether the character may be shown: no control, and none that turns the direction of its
    /// neighbours.</summary>
    internal static bool IsAllowed(int value) => value switch
    {
        < 0x20 or (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => false,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => false,
        _ => true,
    };

    private static void AppendAllowed(StringBuilder escaped, Rune rune)
    {
        if (IsAllowed(rune.Value))
        {
            escaped.Append(rune);
        }
    }
}
