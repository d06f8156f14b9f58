using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>From scores in each fold to curves.</summary>
internal sealed class StressSummary(ComparisonResult result, StressOptions options, IReadOnlyList<Fold> folds)
{
    private readonly Metric _metric = result.Metric;

    private double TestShare => 1.0 / (result.Options.Folds - 1);

    /// <summary>The curve of an objective.</summary>
    /// <param name="outcome">Its outcome on clean rows.</param>
    /// <param name="levels">Shape [levels, folds]: its outcomes on troubled ones.</param>
    public StressCurve CurveOf(LossOutcome outcome, IReadOnlyList<FoldOutcome[]> levels)
    {
        FoldOutcome[] clean =
            [.. outcome.Folds.Where(o => o.Repeat == 0 && folds.Any(fold => fold.Index == o.Fold))];
        ScoreInterval?[] scores = [IntervalOf(clean), .. levels.Select(IntervalOf)];
        double[] losses = [.. scores.Select(score => LossOf(scores[0], score))];
        return new()
        {
            Objective = outcome.Objective,
            Scores = scores,
            Losses = losses,
            HeldLevel = Math.Max(0, losses.TakeWhile(loss => loss <= options.Tolerance).Count() - 1),
            Failure = levels.SelectMany(level => level).Select(FailureOf).FirstOrDefault(why => why is not null),
        };
    }

    /// <summary>The index of the best mean; −1 where there is none.</summary>
    public int LeaderAt(IReadOnlyList<StressCurve> curves, int level)
    {
        int leader = -1;
        for (int i = 0; i < curves.Count; i++)
        {
            if (curves[i].Scores[level] is ScoreInterval score
                && (leader < 0 || _metric.IsBetter(score.Mean, curves[leader].Scores[level]!.Value.Mean)))
            {
                leader = i;
            }
        }

        return leader;
    }

    /// <summary>
    /// Whether two objectives differ at a level, fold by fold; null where there are too few folds or a score is
    /// missing.
    /// </summary>
    public double? PValue(FoldOutcome[] one, FoldOutcome[] other)
    {
        double[] differences = [.. one.Zip(other, (a, b) => (a.Scores[0] - b.Scores[0]) ?? double.NaN)];
        return differences.Length > 1 && differences.All(double.IsFinite)
            ? ResampledDifference.Of(differences, TestShare).PValue
            : null;
    }

    private ScoreInterval? IntervalOf(IReadOnlyList<FoldOutcome> outcomes)
    {
        double[] scores = [.. outcomes.Select(o => o.Scores[0]).OfType<double>().Where(double.IsFinite)];
        return scores.Length < outcomes.Count ? null
            : scores.Length == 1 ? new ScoreInterval(scores[0], scores[0], scores[0])
            : ScoreInterval.Of(scores, TestShare).UpTo(_metric);
    }

    private double LossOf(ScoreInterval? clean, ScoreInterval? score)
    {
        if (clean is not ScoreInterval from || score is not ScoreInterval to || from.Mean == 0)
        {
            return double.NaN;
        }

        return (_metric.HigherIsBetter ? from.Mean - to.Mean : to.Mean - from.Mean) / Math.Abs(from.Mean);
    }

    private string? FailureOf(FoldOutcome outcome) => outcome.Failure is string failure ? $"diverged: {failure}"
        : outcome.Scores[0] is double score && double.IsFinite(score) ? null
        : $"has no {_metric.Title}";
}
