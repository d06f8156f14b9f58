using Lossary.Reports;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What came of <c>--fail-if-worse-than</c>, in one sentence.</summary>
internal static class CheckSentence
{
    public static string Of(ComparisonResult result, BaselineCheck check)
    {
        string metric = result.Metric.Title;
        string outcome = check.IsWorse ? "Check not met" : "Check met";
        if (check.Candidate is not LossOutcome candidate || check.Score is not double score)
        {
            return $"{outcome}: no score to hold against {check.Baseline}.";
        }

        string relation = check.IsWorse ? "is worse than" : "is not worse than";
        string baseline = check.BaselineScore is not double other ? $"{check.Baseline}, which has no score"
            : check.PValue is double p ? $"{check.Baseline} ({Quantity.Format(other)}, {Quantity.PValue(p)})"
            : check.Baseline;
        return $"{outcome}: {candidate.Name} ({metric} {Quantity.Format(score)}) {relation} {baseline}.";
    }
}
