using System.Globalization;

namespace Lossary.Data;

/// <summary>Reads the numbers of cells, never by the machine's culture.</summary>
internal static class NumberFormat
{
    /// <summary>What a cell's text is, as a number.</summary>
    public enum Reading
    {
        NotANumber,
        Infinite,
        Finite,
    }

    /// <summary>Reads a number such as -1.5e3; with <paramref name="decimalComma"/>, such as -1,5e3.</summary>
    public static Reading Read(ReadOnlySpan<char> cell, bool decimalComma, out double value)
    {
        ReadOnlySpan<char> text = cell.Trim();
        if (decimalComma && text.Contains(','))
        {
            Span<char> pointed = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
            text.Replace(pointed, ',', '.');
            return Parse(pointed, out value);
        }

        return Parse(text, out value);
    }

    private static Reading Parse(ReadOnlySpan<char> text, out double value)
    {
        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(text, Style, Invariant, out value))
        {
            return double.IsFinite(value) ? Reading.Finite : Reading.Infinite;
        }

        bool infinity = text.TrimStart("+-").Equals("inf", StringComparison.OrdinalIgnoreCase);
        return infinity ? Reading.Infinite : Reading.NotANumber;
    }
}
