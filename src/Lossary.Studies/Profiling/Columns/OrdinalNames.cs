namespace Lossary.Studies;

/// <summary>Tells by their names whether classes are steps of a scale.</summary>
internal static class OrdinalNames
{
    /// <summary>Words of scales, each from one end to the other.</summary>
    private static readonly string[][] Scales =
    [
        ["none", "very low", "low", "lower", "moderate", "medium", "mid", "high", "higher", "very high", "extreme"],
        ["very small", "small", "medium", "large", "very large", "huge"],
        ["xxs", "xs", "s", "m", "l", "xl", "xxl"],
        [
            "awful", "terrible", "very bad", "bad", "poor", "fair", "average", "okay", "ok", "good", "very good",
                "great",
            "excellent", "ideal",
        ],
        ["fair", "good", "very good", "premium", "ideal"],
        ["very slow", "slow", "medium", "moderate", "fast", "very fast"],
        ["never", "rarely", "seldom", "sometimes", "often", "usually", "always"],
        ["strongly disagree", "disagree", "somewhat disagree", "neutral", "somewhat agree", "agree", "strongly agree"],
        ["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"],
        ["very unlikely", "unlikely", "neutral", "likely", "very likely"],
        ["absent", "none", "minimal", "mild", "moderate", "severe", "critical"],
        ["cold", "cool", "warm", "hot"],
        ["beginner", "intermediate", "advanced", "expert"],
        ["primary", "secondary", "tertiary"],
        ["first", "second", "third", "fourth", "fifth"],
        ["bronze", "silver", "gold", "platinum"],
        ["vf", "f", "m", "l"],
        ["i", "ii", "iii", "iv", "v"],
    ];

    /// <summary>Whether all names are words of one scale.</summary>
    public static bool AreScale(IReadOnlyList<string> names)
    {
        string[] words = [.. names.Select(Folded)];
        return Scales.Any(scale => words.All(word => scale.Contains(word, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Whether all names are numbers, so that their order means something.</summary>
    public static bool AreNumbers(IReadOnlyList<string> names) => names.All(name =>
        double.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out _));

    private static string Folded(string name) => name.Trim().Replace('_', ' ').Replace('-', ' ');
}
