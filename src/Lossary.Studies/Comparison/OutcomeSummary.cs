using Lossary.Training;

namespace Lossary.Studies;

/// <summary>From the outcomes of an objective's folds to what is said of it.</summary>
internal sealed class OutcomeSummary(IReadOnlyList<Metric> metrics, double testShare)
{
    public LossOutcome Of(Candidate candidate, FoldOutcome[] folds) => new()
    {
        Objective = candidate.Objective,
        Simplicity = candidate.Simplicity,
        Folds = folds,
        Scores = [.. metrics.Select((metric, index) => IntervalOf(folds, index)?.UpTo(metric))],
        Failure = FailureOf(folds),
    };

    /// <summary>Best first; failures last.</summary>
    public LossOutcome[] Sort(IEnumerable<LossOutcome> outcomes)
    {
        double sign = metrics[0].HigherIsBetter ? -1 : 1;
        return
        [
            .. outcomes
                .OrderBy(outcome => outcome.Failure is null ? 0 : 1)
                .ThenBy(outcome => sign * (outcome.Scores[0]?.Mean ?? 0))
                .ThenBy(outcome => outcome.Simplicity),
        ];
    }

    private ScoreInterval? IntervalOf(FoldOutcome[] folds, int metric)
    {
        double[] scores = [.. folds.Select(fold => fold.Scores[metric]).OfType<double>().Where(double.IsFinite)];
        return scores.Length == folds.Length ? ScoreInterval.Of(scores, testShare) : null;
    }

    private string? FailureOf(FoldOutcome[] folds)
    {
        FoldOutcome[] failed = [.. folds.Where(fold => fold.Failure is not null)];
        if (failed.Length > 0)
        {
            string cause = failed[0].Failure!;
            return $"diverged in {failed.Length} of {folds.Length} folds, at "
                + $"{char.ToLowerInvariant(cause[0])}{cause[1..]}";
        }

        if (folds.Any(fold => fold.Scores[0] is null))
        {
            return $"gives no probabilities, which {metrics[0].Title} needs";
        }

        int without = folds.Count(fold => !double.IsFinite(fold.Scores[0]!.Value));
        return without == 0
            ? null
            : $"has no {metrics[0].Title} in {without} of {folds.Length} folds: a prediction or a target is outside "
                + $"the "
                + "metric's domain";
    }
}
