using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What came of <c>--fail-if-worse-than</c>, as <c>compare --json</c> tells of it.</summary>
internal sealed record BaselineDescription(
    string Baseline, string? Candidate, bool IsWorse, double? Score, double? BaselineScore, double? PValue,
    string Sentence)
{
    public static BaselineDescription Of(ComparisonResult result, BaselineCheck check) => new(
        check.Baseline,
        check.Candidate?.Name,
        check.IsWorse,
        check.Score,
        check.BaselineScore,
        check.PValue,
        CheckSentence.Of(result, check));
}

/// <summary>What <c>recommend</c> says of the data, as <c>compare --json</c> tells of it.</summary>
internal sealed record RecommendedDescription(
    string Recommended, string Rule, string Because, IReadOnlyList<string> Candidates,
    IReadOnlyDictionary<string, double> Facts)
{
    public static RecommendedDescription Of(Advice advice) => new(
        advice.Recommended.ObjectiveInComparison.Name,
        advice.Recommended.RuleId,
        advice.Recommended.Because,
        [.. advice.Candidates.Select(objective => objective.Name)],
        advice.Profile.Facts.ToDictionary(fact => fact.Card.Key, fact => fact.Value));
}
