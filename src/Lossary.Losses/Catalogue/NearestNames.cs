namespace Lossary.Losses;

/// <summary>What to answer a name that no loss has.</summary>
internal static class NearestNames
{
    private const int Most = 3;

    /// <summary>A line that names the nearest keys or aliases, then every key, a family a line.</summary>
    public static string Refusal(string name)
    {
        string[] nearest = Of(name);
        string advice = nearest.Length == 0 ? "" : $" Did you mean {string.Join(" or ", nearest)}?";
        IEnumerable<string> families = LossCatalogue.All
            .GroupBy(entry => entry.Family)
            .Select(family => $"{family.Key}: {string.Join(", ", family.Select(entry => entry.Card.Key))}");
        return string.Join(Environment.NewLine, [$"No loss is called '{name}'.{advice}", "There are:", .. families]);
    }

    /// <summary>Up to three keys or aliases that a few slips of the finger, or a missing half, part from the name.</summary>
    public static string[] Of(string name)
    {
        string typed = name.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');
        int slips = Math.Max(2, typed.Length / 3);
        return
        [
            .. LossCatalogue.All
                .SelectMany(entry => entry.Card.Aliases.Prepend(entry.Card.Key))
                .Select(key => (Key: key, Distance: Distance(typed, key)))
                .Where(candidate => candidate.Distance <= slips || IsPart(typed, candidate.Key))
                .OrderBy(candidate => candidate.Distance)
                .Select(candidate => candidate.Key)
                .Take(Most),
        ];
    }

    /// <summary>The edit distance: how many letters to insert, delete or replace.</summary>
    public static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[to.Length];
    }

    private static bool IsPart(string typed, string key) =>
        typed.Length >= 3 && key.Contains(typed, StringComparison.Ordinal);
}
