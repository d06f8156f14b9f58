namespace Lossary.Data;

/// <summary>Decides which of two classes is the positive one.</summary>
/// <remarks>
/// In this order: the one the user named; the one that says yes where the other does not (true, yes, y, t, positive,
/// pos, in any case; 1 beside 0 or −1); the rarer one; of equally rare ones the later in order.
/// </remarks>
internal static class PositiveClass
{
    private static readonly HashSet<string> Affirmations =
        new(StringComparer.OrdinalIgnoreCase) { "true", "yes", "y", "t", "positive", "pos" };

    public static Levels PutLast(Levels levels, string? named, Func<string, DataFileException> error)
    {
        int positive = named is null ? ByRule(levels) : Array.IndexOf(levels.Names, named);
        return positive switch
        {
            1 => levels,
            0 => levels.Swapped(),
            _ => throw error($"no class '{named}' to be positive; the classes are {levels.Listed}."),
        };
    }

    private static int ByRule(Levels levels)
    {
        bool first = Affirms(levels.Names[0], levels.Names[1]), second = Affirms(levels.Names[1], levels.Names[0]);
        if (first != second)
        {
            return second ? 1 : 0;
        }

        return levels.Counts[0] < levels.Counts[1] ? 0 : 1;
    }

    private static bool Affirms(string name, string other) =>
        Affirmations.Contains(name) || (name == "1" && other is "0" or "-1");
}
