namespace Lossary.Losses;

/// <summary>Finds the loss that a mistyped key was meant to name.</summary>
internal static class NearestKey
{
    /// <summary>The candidate that needs the fewest edits; one that begins with what was typed needs half an edit a letter.</summary>
    public static string To(string typed, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => Distance(Folded(typed), candidate)) ?? "";

    private static string Folded(string typed) => typed.ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    private static double Distance(string typed, string candidate) =>
        typed.Length >= 3 && candidate.StartsWith(typed, StringComparison.Ordinal)
            ? 0.5 * (candidate.Length - typed.Length)
            : Edits(typed, candidate);

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        int[] current = new int[b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
