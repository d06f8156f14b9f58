using System.Text;
using System.Text.RegularExpressions;

namespace Lossary.Reports;

/// <summary>The signs of sentences as a page sets them.</summary>
internal static partial class ProseSigns
{
    /// <summary>
    /// The text with minus signs before numbers, and numbers kept together with what belongs to them.
    /// </summary>
    public static string Of(string text) => BeforeUnit().Replace(Unbroken(Minus(text)), "\u00A0");

    /// <summary>The blank of "14.2 k" and "340 ms".</summary>
    [GeneratedRegex(@"(?<=[0-9]) (?=(k|M|G|T|ms|s|min|h)\b)")]
    private static partial Regex BeforeUnit();

    /// <summary>No line ends inside "p = 0.03", "5 %", "14.6–15.1 k".</summary>
    private static string Unbroken(string text) => text
        .Replace("p = ", "p\u00A0=\u00A0", StringComparison.Ordinal)
        .Replace("p > ", "p\u00A0>\u00A0", StringComparison.Ordinal)
        .Replace("p < ", "p\u00A0<\u00A0", StringComparison.Ordinal)
        .Replace(" %", "\u00A0%", StringComparison.Ordinal)
        .Replace("–", "\u2060–\u2060", StringComparison.Ordinal);

    /// <summary>
    /// Hyphens before numbers, at the start or after a blank, as the minus signs that they stand for.
    /// </summary>
    private static string Minus(string text)
    {
        StringBuilder? changed = null;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == '-' && char.IsAsciiDigit(text[i + 1]) && (i == 0 || text[i - 1] is ' ' or '('))
            {
                (changed ??= new(text))[i] = '−';
            }
        }

        return changed?.ToString() ?? text;
    }
}
