using Lossary.Data;

namespace Lossary.Studies;

/// <summary>A row of the decision table in words; the docs and <c>--explain</c> derive from it.</summary>
/// <param name="Id">The rule's name, in kebab case.</param>
/// <param name="Tasks">What it is asked for.</param>
/// <param name="Conditions">All must hold.</param>
/// <param name="Recommends">
/// The objective, parameters by how they are estimated; empty for a rule that only warns.
/// </param>
/// <param name="Alternatives">What to compare it with.</param>
/// <param name="Avoids">What the conditions speak against.</param>
/// <param name="Untrained">
/// What is made for it, by key, but cannot be trained by <c>compare</c> yet; the first choice first.
/// </param>
/// <param name="Missing">What would be right, but is not in the catalogue; null where nothing is missing.</param>
/// <param name="Because">Why, in a sentence; the warning of a rule that only warns.</param>
/// <param name="Source">Who says so.</param>
public sealed record DecisionRow(
    string Id,
    IReadOnlyList<TaskKind> Tasks,
    IReadOnlyList<string> Conditions,
    string Recommends,
    IReadOnlyList<string> Alternatives,
    IReadOnlyList<Avoidance> Avoids,
    IReadOnlyList<string> Untrained,
    string? Missing,
    string Because,
    string Source);
