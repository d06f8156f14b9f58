using System.Globalization;

namespace Lossary.Losses;

/// <summary>How weighted sums of losses are written: <c>0.7*huber:delta=1+0.3*squared</c>.</summary>
/// <remarks>
/// Each term starts with its weight and a star. A plus parts two terms only where such a start follows, and never after
/// the e of a number: <c>1e+3</c>.
/// </remarks>
internal static class LossSumText
{
    /// <summary>Whether a text is a sum: it starts with a weight.</summary>
    public static bool IsSum(string text) => StartsTerm(text);

    /// <summary>The terms of a sum.</summary>
    /// <exception cref="ArgumentException">A term has no weight, or one that is not above 0.</exception>
    public static IReadOnlyList<(double Weight, string Loss)> Terms(string text)
    {
        List<(double, string)> terms = [];
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || IsSeparator(text, i))
            {
                terms.Add(Term(text[start..i]));
                start = i + 1;
            }
        }

        return terms;
    }

    /// <summary>A term as it is written, with the shortest weight that reads back as the same.</summary>
    public static string Write(double weight, ILoss loss) =>
        string.Create(CultureInfo.InvariantCulture, $"{weight:R}*{loss.Name}");

    /// <summary>A term of the formula.</summary>
    public static string Latex(double weight, string formula) =>
        string.Create(CultureInfo.InvariantCulture, $@"{weight:R} \left({formula}\right)");

    private static (double Weight, string Loss) Term(string text)
    {
        int star = text.IndexOf('*', StringComparison.Ordinal);
        double weight = double.Parse(text.AsSpan(0, star), NumberStyles.Float, CultureInfo.InvariantCulture);
        return weight > 0 && double.IsFinite(weight)
            ? (weight, text[(star + 1)..].Trim())
            : throw new ArgumentException(
                $"A weight of a sum of losses must be above 0, but '{text.Trim()}' has {text[..star].Trim()}.",
                nameof(text));
    }

    private static bool IsSeparator(string text, int i) =>
        text[i] == '+'
        && !(i >= 2 && text[i - 1] is 'e' or 'E' && char.IsAsciiDigit(text[i - 2]))
        && StartsTerm(text.AsSpan(i + 1));

    private static bool StartsTerm(ReadOnlySpan<char> text)
    {
        int star = text.IndexOf('*');
        return star > 0 && double.TryParse(text[..star], NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
