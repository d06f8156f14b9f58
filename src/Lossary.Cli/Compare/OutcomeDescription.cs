using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Cli;

/// <summary>How a loss did, as <c>compare --json</c> tells of it.</summary>
internal sealed record OutcomeDescription
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>The rate that was chosen most often.</summary>
    public required double LearningRate { get; init; }

    /// <summary>By metric; null where there is none.</summary>
    public required IReadOnlyDictionary<string, ScoreDescription?> Scores { get; init; }

    /// <summary>Adjusted; null for the best itself and for failures.</summary>
    public required double? PAgainstBest { get; init; }

    /// <summary>How far from the best's scores; null likewise.</summary>
    public required EffectDescription? EffectAgainstBest { get; init; }

    /// <summary>The probabilities of being better than the best, the same, or worse; null likewise.</summary>
    public required OddsDescription? OddsAgainstBest { get; init; }

    public required bool Tied { get; init; }

    public required double Seconds { get; init; }

    public required string? Failure { get; init; }

    public required IReadOnlyList<FoldDescription> Folds { get; init; }

    public static OutcomeDescription Of(LossOutcome outcome, IReadOnlyList<Metric> metrics) => new()
    {
        Key = outcome.Name,
        Title = LossLabel.Of(outcome.Objective),
        LearningRate = outcome.LearningRate,
        Scores = metrics.Select((metric, i) => (metric.Key, Score: ScoreDescription.Of(outcome.Scores[i])))
            .ToDictionary(pair => pair.Key, pair => pair.Score),
        PAgainstBest = outcome.PAgainstBest,
        EffectAgainstBest = EffectDescription.Of(outcome.EffectAgainstBest),
        OddsAgainstBest = OddsDescription.Of(outcome.OddsAgainstBest),
        Tied = outcome.IsTied,
        Seconds = Math.Round(outcome.Seconds, 3),
        Failure = outcome.Failure,
        Folds = [.. outcome.Folds.Select(fold => FoldDescription.Of(fold, metrics))],
    };
}

/// <summary>
/// A mean over the folds and its 95 % interval; JSON knows no infinity, so that one of them makes it null.
/// </summary>
internal sealed record ScoreDescription(double Mean, double Low, double High)
{
    public static ScoreDescription? Of(ScoreInterval? score) =>
        score is ScoreInterval s && double.IsFinite(s.Mean) && double.IsFinite(s.Low) && double.IsFinite(s.High)
            ? new(s.Mean, s.Low, s.High)
            : null;
}

/// <summary>One training; gradients are those of its last epoch.</summary>
internal sealed record FoldDescription(
    int Repeat,
    int Fold,
    string Trained,
    IReadOnlyDictionary<string, double?> Scores,
    double LearningRate,
    int Trials,
    int Epochs,
    int BestEpoch,
    double? GradientNorm,
    IReadOnlyList<double> LayerGradientNorms,
    double SecondsPerEpoch,
    double Seconds,
    string? Failure)
{
    public static FoldDescription Of(FoldOutcome fold, IReadOnlyList<Metric> metrics) => new(
        fold.Repeat,
        fold.Fold,
        fold.Trained,
        metrics.Select(
            (metric, i) => (metric.Key, Score: fold.Scores[i] is double score ? Numbers.OrNull(score) : null))
            .ToDictionary(pair => pair.Key, pair => pair.Score),
        fold.LearningRate,
        fold.Trials,
        fold.Epochs,
        fold.BestEpoch,
        fold.GradientNorms.Count == 0 ? null : fold.GradientNorms[^1],
        fold.LayerGradientNorms.Count == 0 ? [] : fold.LayerGradientNorms[^1],
        Math.Round(fold.SecondsPerEpoch, 6),
        Math.Round(fold.Seconds, 3),
        fold.Failure);
}
