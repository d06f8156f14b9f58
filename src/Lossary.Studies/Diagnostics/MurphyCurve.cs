namespace Lossary.Studies;

/// <summary>A loss's mean elementary score at each threshold; lower is better.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Scores">Shape [thresholds].</param>
public sealed record MurphyCurve(LossOutcome Loss, IReadOnlyList<double> Scores);
