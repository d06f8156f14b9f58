namespace Lossary.Studies;

/// <summary>
/// A loss's mean elementary scores minus those of the loss to take: where it is positive, the latter is better.
/// </summary>
/// <param name="Loss">The other loss.</param>
/// <param name="Mean">Shape [thresholds].</param>
/// <param name="Low">Shape [thresholds]: the lower ends of pointwise 95 % intervals over the rows.</param>
/// <param name="High">Shape [thresholds]: the upper ends of them.</param>
/// <param name="Dominance">
/// Of the loss to take over the other, by intervals that hold at all thresholds at once (Bonferroni).
/// </param>
public sealed record MurphyDifference(
    LossOutcome Loss,
    IReadOnlyList<double> Mean,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> High,
    Dominance Dominance);
