using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>How one objective did over all folds.</summary>
public sealed class LossOutcome
{
    /// <summary>What was trained.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Its loss.</summary>
    public ILoss Loss => Objective.Loss;

    /// <summary>The objective's name: no two outcomes of a comparison have the same.</summary>
    public string Name => Objective.Name;

    /// <summary>Its place when candidates are ordered from simple to special: ties go to the lowest.</summary>
    public required int Simplicity { get; init; }

    /// <summary>Repeat by repeat, fold by fold.</summary>
    public required IReadOnlyList<FoldOutcome> Folds { get; init; }

    /// <summary>
    /// Shape [metrics], in the result's order: mean and interval over the folds; null where there is none.
    /// </summary>
    public required IReadOnlyList<ScoreInterval?> Scores { get; init; }

    /// <summary>Why the loss cannot be judged; null if it can.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// Paired differences from the best loss's scores by the deciding metric; null for the best, and for failures.
    /// </summary>
    public ResampledDifference? FromBest { get; internal set; }

    /// <summary>The p-value of that difference, adjusted over all pairs of losses; null likewise.</summary>
    public double? PAgainstBest { get; internal set; }

    /// <summary>How far its scores are from the best loss's; null likewise.</summary>
    public EffectSize? EffectAgainstBest { get; internal set; }

    /// <summary>
    /// The probabilities that it is better than the best loss, practically the same, or worse; null likewise.
    /// </summary>
    public BetterOrWorse? OddsAgainstBest { get; internal set; }

    /// <summary>Whether it cannot be told apart from the best; true for the best itself.</summary>
    public bool IsTied { get; internal set; }

    /// <summary>The learning rate that was chosen most often.</summary>
    public double LearningRate => Folds
        .GroupBy(fold => fold.LearningRate)
        .OrderByDescending(rates => rates.Count())
        .ThenBy(rates => rates.Key)
        .First().Key;

    /// <summary>Seconds of training over all folds, tuning included.</summary>
    public double Seconds => Folds.Sum(fold => fold.Seconds);
}
