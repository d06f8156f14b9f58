using System.Globalization;

namespace Lossary.Studies;

/// <summary>Whether an objective is worse than a baseline: what a build that guards a model's training asks.</summary>
/// <param name="Candidate">The objective that is held against the baseline; null where none can be judged.</param>
/// <param name="Baseline">The other objective's name, or the score, as it was given.</param>
/// <param name="IsWorse">Whether it is: beyond chance against an objective, at all against a score.</param>
/// <param name="Score">The candidate's mean score; null where it has none.</param>
/// <param name="BaselineScore">The baseline's; null where it has none.</param>
/// <param name="PValue">Of the paired differences; null against a score.</param>
public sealed record BaselineCheck(
    LossOutcome? Candidate, string Baseline, bool IsWorse, double? Score, double? BaselineScore, double? PValue)
{
    /// <summary>Holds an objective of a comparison against a baseline by the metric that decides.</summary>
    /// <remarks>
    /// The one pair is named beforehand, so its p-value needs no adjustment for the other pairs. A candidate that
    /// cannot be judged is worse than whatever can.
    /// </remarks>
    /// <param name="result">The comparison.</param>
    /// <param name="baseline">An objective of it, or a score such as <c>15000</c>.</param>
    /// <param name="candidate">The objective that must not be worse; null for the one to take.</param>
    /// <exception cref="ArgumentException">The comparison has no such objective.</exception>
    public static BaselineCheck Of(ComparisonResult result, string baseline, string? candidate = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(baseline);
        LossOutcome? judged = candidate is null ? result.Verdict.Take : Find(result, candidate);
        double? score = judged?.Failure is null ? judged?.Scores[0]?.Mean : null;
        if (ScoreIn(baseline) is double limit)
        {
            return new(judged, baseline, score is null || Behind(result, score.Value - limit), score, limit, null);
        }

        LossOutcome other = Find(result, baseline);
        double? otherScore = other.Failure is null ? other.Scores[0]?.Mean : null;
        if (judged is null || score is null || otherScore is null || judged == other)
        {
            return new(judged, other.Name, score is null && otherScore is not null, score, otherScore, null);
        }

        double[] differences =
            [.. judged.Folds.Zip(other.Folds, (one, two) => one.Scores[0]!.Value - two.Scores[0]!.Value)];
        double p = ResampledDifference.Of(differences, 1.0 / (result.Options.Folds - 1)).PValue;
        bool isWorse = Behind(result, score.Value - otherScore.Value) && p <= result.Options.Significance;
        return new(judged, other.Name, isWorse, score, otherScore, p);
    }

    /// <summary>The score that a baseline names; null where it names an objective.</summary>
    public static double? ScoreIn(string baseline) =>
        double.TryParse(baseline, NumberStyles.Float, CultureInfo.InvariantCulture, out double score)
        && double.IsFinite(score)
            ? score
            : null;

    private static bool Behind(ComparisonResult result, double difference) =>
        result.Metric.HigherIsBetter ? difference < 0 : difference > 0;

    private static LossOutcome Find(ComparisonResult result, string text)
    {
        string name = Objective.Parse(text).Name;
        return result.Outcomes.FirstOrDefault(outcome => outcome.Name == name)
            ?? throw new ArgumentException($"The comparison has no {name}.", nameof(text));
    }
}
