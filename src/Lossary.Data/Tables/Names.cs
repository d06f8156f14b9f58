namespace Lossary.Data;

/// <summary>Finds what a mistyped name was meant to be.</summary>
public static class Names
{
    /// <summary>Up to so many edits, or this share of the longer name, a name may be a slip of the other.</summary>
    private const double NearEdits = 2;

    private const double NearShare = 0.4;

    /// <summary>The candidate that needs the fewest edits; null where none is near.</summary>
    /// <remarks>
    /// A name that contains the other (of at least three letters) needs half an edit a letter, so that "Price" finds
    /// "Sale_Price" before "Porch".
    /// </remarks>
    /// <param name="name">What was typed.</param>
    /// <param name="candidates">The names that there are.</param>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        string? nearest = null;
        double least = double.PositiveInfinity;
        foreach (string candidate in candidates)
        {
            double distance = Distance(Folded(name), Folded(candidate));
            if (distance < least && IsNear(distance, Math.Max(name.Length, candidate.Length)))
            {
                nearest = candidate;
                least = distance;
            }
        }

        return nearest;
    }

    /// <summary>"b" for "a" is two different names, not a slip.</summary>
    private static bool IsNear(double distance, int longer) =>
        distance == 0 || distance <= Math.Min(Math.Max(NearEdits, NearShare * longer), longer - 1);

    private static string Folded(string name) =>
        name.ToUpperInvariant().Replace('-', '_').Replace(' ', '_');

    private static double Distance(string a, string b)
    {
        (string shorter, string longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter.Length >= 3 && longer.Contains(shorter, StringComparison.Ordinal))
        {
            return 0.5 * (longer.Length - shorter.Length);
        }

        return Edits(a, b);
    }

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
                int replace = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, 1 + Math.Min(previous[j], current[j - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
