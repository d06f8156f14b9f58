using Lossary.Reports;
using Lossary.Studies;
using Lossary.Training;
using StudyVerdict = Lossary.Studies.Verdict;
using Verdict = Lossary.Reports.Verdict;

namespace Lossary.Cli;

/// <summary>The answer of a comparison, as it stands before everything else.</summary>
internal static class LeadCard
{
    private const int MostFigures = 4;

    public static Verdict Of(ComparisonResult result)
    {
        StudyVerdict verdict = result.Verdict;
        return new(VerdictSentence.Of(result))
        {
            Label = verdict.Kind switch
            {
                VerdictKind.Winner => "Winner",
                VerdictKind.SharedLead => "Shared lead",
                VerdictKind.NoDifference => "Tie",
                VerdictKind.OnlyOne => HasFailures(result)
                    ? "Only one could be judged"
                    : "One loss, nothing to compare",
                _ => "No answer",
            },
            Detail = Detail(result),
            Tone = verdict.Kind switch
            {
                VerdictKind.Winner => VerdictTone.Clear,
                VerdictKind.SharedLead => VerdictTone.Clear,
                VerdictKind.NothingToJudge => VerdictTone.Caution,
                VerdictKind.OnlyOne when HasFailures(result) => VerdictTone.Caution,
                _ => VerdictTone.Tie,
            },
            FiguresTitle = verdict.Take is null
                ? null
                : $"{ComparisonView.NameOf(verdict.Take)} on the test folds: mean and 95 % interval",
            Figures = verdict.Take is null ? [] : [.. KeyFigures(result, verdict.Take)],
        };
    }

    private static string Detail(ComparisonResult result)
    {
        StudyVerdict verdict = result.Verdict;
        return verdict.Kind switch
        {
            VerdictKind.Winner or VerdictKind.SharedLead => VerdictSentence.Method(result),
            VerdictKind.NoDifference => FarthestGap(result) + VerdictSentence.Method(result),
            VerdictKind.OnlyOne when !HasFailures(result) =>
                "Name two or more losses by --losses, and this page says which is better.",
            _ => "Smaller learning rates (--rates) are the first thing to try.",
        };
    }

    private static bool HasFailures(ComparisonResult result) =>
        result.Outcomes.Any(outcome => outcome.Failure is not null);

    /// <summary>What a tie is worth: how far even the last is from the best, and how little that means.</summary>
    private static string FarthestGap(ComparisonResult result)
    {
        LossOutcome? last = result.Verdict.Tied.LastOrDefault(tied => tied.FromBest is not null);
        if (last is null || GapFigure.Penalty(result, last) is not double penalty)
        {
            return "";
        }

        return $"Even the last, {LossLabel.Inside(last.Objective)}, is {Quantity.Percent(penalty)} behind the first, "
            + $"which chance can explain ({Quantity.PValue(last.PAgainstBest ?? 1)}). ";
    }

    private static IEnumerable<KeyFigure> KeyFigures(ComparisonResult result, LossOutcome take)
    {
        for (int i = 0; i < Math.Min(MostFigures, result.Metrics.Count); i++)
        {
            if (take.Scores[i] is ScoreInterval score)
            {
                yield return new(
                    Heading(result.Metrics[i]),
                    Quantity.Format(score.Mean),
                    Quantity.Interval(score.Low, score.High));
            }
        }
    }

    private static string Heading(Metric metric) => metric.Title.Capitalised();
}
