using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>The losses that one would weigh against a loss, and what they have that it has not.</summary>
/// <param name="Entry">The neighbour.</param>
/// <param name="Gained">Properties that only it has.</param>
/// <param name="Lost">Properties that it lacks.</param>
internal sealed record LossNeighbours(LossEntry Entry, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost)
{
    private const int Most = 4;

    private static readonly Lazy<Dictionary<LossEntry, string[]>> s_properties = new(
        () =>
            LossCatalogue.All.ToDictionary(entry => entry, entry => PropertyNames.Of(entry.Traits).ToArray()));

    /// <summary>
    /// The nearest first; those that the loss's own card names before all others. A weighted sum is not in the
    /// catalogue, and yet has neighbours.
    /// </summary>
    public static IReadOnlyList<LossNeighbours> Of(LossEntry entry)
    {
        string[] own = PropertiesOf(entry);
        return
        [
            .. LossCatalogue.All
                .Where(other => other != entry)
                .Select(other => (Other: other, Nearness: Nearness(entry, other)))
                .Where(candidate => candidate.Nearness > 0)
                .OrderByDescending(candidate => candidate.Nearness)
                .Take(Most)
                .Select(candidate => candidate.Other)
                .Select(other => new LossNeighbours(
                    other,
                    [.. s_properties.Value[other].Except(own).Where(property => !IsImplied(property, own))],
                    [.. own.Except(s_properties.Value[other])
                        .Where(property => !IsImplied(property, s_properties.Value[other]))])),
        ];
    }

    /// <summary>In words: smooth, strictly convex; not bounded.</summary>
    public string Difference
    {
        get
        {
            string gained = string.Join(", ", Gained);
            string lost = string.Join(", ", Lost);
            return (gained.Length, lost.Length) switch
            {
                (0, 0) => "",
                (_, 0) => gained,
                (0, _) => "not " + lost,
                _ => $"{gained}; not {lost}",
            };
        }
    }

    private static string[] PropertiesOf(LossEntry entry) =>
        s_properties.Value.GetValueOrDefault(entry) ?? [.. PropertyNames.Of(entry.Traits)];

    private static double Nearness(LossEntry entry, LossEntry other)
    {
        LossTask shared = entry.Card.Tasks & other.Card.Tasks;
        bool isNamed = IsNamed(entry.Card.Avoid + " " + entry.Card.Use, other.Card);
        bool isKin = entry.Family == other.Family;
        if (!isNamed && !isKin && shared == LossTask.None)
        {
            return 0;
        }

        string[] own = PropertiesOf(entry), theirs = s_properties.Value[other];
        double alike = (double)own.Intersect(theirs).Count() / Math.Max(1, own.Union(theirs).Count());
        double word = entry.Card.Key.Split('-').Intersect(other.Card.Key.Split('-')).Any(part => part.Length > 3)
            ? 1
            : 0;
        return (isNamed ? 5 : 0) + (isKin ? 2 : 0) + (shared != LossTask.None ? 1 : 0) + (2 * alike) + word
            + (entry.Card.Link == other.Card.Link ? 0.5 : 0);
    }

    /// <summary>Whether other properties say as much or more.</summary>
    private static bool IsImplied(string property, IEnumerable<string> by) => property switch
    {
        "kinked" => true,
        "once differentiable" => by.Contains("twice differentiable") || by.Contains("smooth"),
        "twice differentiable" => by.Contains("smooth"),
        "strictly convex" => by.Contains("strongly convex"),
        _ => false,
    };

    /// <summary>Whether a text speaks of a loss by its key, as a word of its own.</summary>
    private static bool IsNamed(string text, LossCard card)
    {
        string[] words = text.Split([' ', '.', ',', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(word => word.Equals(card.Key, StringComparison.OrdinalIgnoreCase));
    }
}
