namespace Lossary.Studies;

/// <summary>What became of a rule.</summary>
/// <param name="Row">The rule.</param>
/// <param name="Fires">Whether all its conditions hold.</param>
/// <param name="Checks">Its conditions, in the order in which they were looked at.</param>
public sealed record RuleTrace(DecisionRow Row, bool Fires, IReadOnlyList<Check> Checks);
