using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>How one objective's score changes as a trouble grows.</summary>
public sealed record StressCurve
{
    /// <summary>The objective.</summary>
    public required Objective Objective { get; init; }

    /// <summary>The loss that it trains with.</summary>
    public ILoss Loss => Objective.Loss;

    /// <summary>
    /// Shape [levels]: mean and 95 % interval over the folds; the first on clean data. Null where a training diverged
    /// or its predictions have no score.
    /// </summary>
    public required IReadOnlyList<ScoreInterval?> Scores { get; init; }

    /// <summary>
    /// Shape [levels]: by how much the score is worse than on clean data, as part of that: 0.2 is a fifth worse,
    /// negative is better. NaN where there is no score, or the clean one is 0.
    /// </summary>
    public required IReadOnlyList<double> Losses { get; init; }

    /// <summary>
    /// The last level up to which every score is within the tolerance of the clean one; 0 where none is.
    /// </summary>
    public required int HeldLevel { get; init; }

    /// <summary>Why scores are missing; null where none is.</summary>
    public string? Failure { get; init; }
}
