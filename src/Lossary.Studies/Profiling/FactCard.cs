namespace Lossary.Studies;

/// <summary>What can be known of a data set: a number with a name.</summary>
/// <param name="Key">The name in rules, in <c>--explain</c> and in JSON, in kebab case.</param>
/// <param name="Title">The name as it stands inside a sentence.</param>
/// <param name="Unit">How the number is to be read.</param>
/// <param name="Meaning">What it is and how it is computed, in one sentence.</param>
/// <param name="Reference">The source of the statistic; null for what everybody knows.</param>
public sealed record FactCard(string Key, string Title, FactUnit Unit, string Meaning, string? Reference = null);
