namespace Lossary.Reports;

/// <summary>Estimates how wide a text is drawn, from the advances of Helvetica (Adobe Font Metrics, 1/1000
/// em).</summary>
internal static class TextWidth
{
    private const int OtherAdvance = 600;
    private const int WideAdvance = 1000;

    private static ReadOnlySpan<short> Advances =>
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width of the text, in the unit of the font size.</summary>
    public static double Of(string text, double fontSize)
    {
        // DejaVu, the widest of the usual system fonts, set in bold: a label cut off is worse than a little air.
        const double Margin = 1.25;
        int sum = 0;
        foreach (char letter in text)
        {
            sum += Advance(letter);
        }

        return sum * fontSize * Margin / 1000;
    }

    /// <summary>The text, or as much of it as fits into the width, closed by an ellipsis.</summary>
    public static string Fit(string text, double fontSize, double width)
    {
        // A hair of tolerance: widths come here by way of sums.
        if (Of(text, fontSize) <= width + 0.01)
        {
            return text;
        }

        int length = text.Length;
        while (length > 1 && Of(text[..length] + "…", fontSize) > width)
        {
            length--;
        }

        int cut = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..cut].TrimEnd() + "…";
    }

    private static int Advance(char letter) => letter switch
    {
        < ' ' => 0,
        <= '~' => Advances[letter - ' '],
        >= '\u2e80' => WideAdvance,
        _ => OtherAdvance,
    };
}
