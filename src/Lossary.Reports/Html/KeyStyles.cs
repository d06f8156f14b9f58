using System.Globalization;

namespace Lossary.Reports;

/// <summary>The rules by which all that belongs to one loss rises when it is pointed at: no script is needed.</summary>
internal static class KeyStyles
{
    /// <summary>The rules for so many losses, at most <see cref="Most"/>.</summary>
    public static string For(int losses) => string.Join('\n', Enumerable.Range(0, Math.Min(losses, Most)).Select(Rule));

    /// <summary>Losses beyond are not linked.</summary>
    internal const int Most = 24;

    private static string Rule(int slot)
    {
        string number = slot.ToString(CultureInfo.InvariantCulture);
        string pointed = $"body:has(:is(.s{number},.k{number}):is(:hover,:focus-visible))";
        return $"{pointed} .s:not(.s{number}){{opacity:.12}}{pointed} .k{number}{{background:var(--tint)}}";
    }
}
