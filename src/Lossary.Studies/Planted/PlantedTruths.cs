namespace Lossary.Studies;

/// <summary>
/// Every planted truth: one for each rule of the decision table that the catalogue covers, and controls.
/// </summary>
/// <remarks>
/// Each is a sample of five features, four of which tell a part of the target, by a line, a bend, a saturation and
/// groups. What is planted is the noise around that part, or what users say of their costs.
/// </remarks>
public static class PlantedTruths
{
    /// <summary>All, in the order of the decision table.</summary>
    public static IReadOnlyList<PlantedTruth> All { get; } =
        [.. PlantedNumbers.All, .. PlantedCounts.All, .. PlantedPairs.All, .. PlantedClasses.All, .. PlantedNeeds.All];

    /// <summary>The truth of a name.</summary>
    /// <param name="name">For instance "heavy-tails"; case does not count, <c>_</c> is <c>-</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public static PlantedTruth Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string folded = name.Replace('_', '-');
        return All.FirstOrDefault(truth => truth.Name.Equals(folded, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"Nothing called '{name}' is planted; there are {string.Join(", ", All.Select(truth => truth.Name))}.",
                nameof(name));
    }
}
