namespace Lossary.Studies;

/// <summary>Something that the user should know before training.</summary>
/// <param name="RuleId">The rule of the decision table that says so.</param>
/// <param name="Message">In a sentence.</param>
public sealed record AdviceWarning(string RuleId, string Message);
