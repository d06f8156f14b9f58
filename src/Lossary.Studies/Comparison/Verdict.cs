namespace Lossary.Studies;

/// <summary>What a comparison comes to.</summary>
/// <param name="Kind">Whether one loss wins.</param>
/// <param name="Best">The loss with the best mean score; null if all failed.</param>
/// <param name="Tied">The losses that cannot be told apart from the best, itself among them, best first.</param>
/// <param name="Take">
/// The simplest of the tied that is itself better than <paramref name="Against"/>: what to train with.
/// </param>
/// <param name="Against">
/// The simplest loss that is not tied, which the gap is measured against; null if all are.
/// </param>
/// <param name="Gap">By how much the loss to take is better than that, relative to it: 0.06 is 6 %.</param>
/// <param name="PValue">The p-value of that gap, adjusted over all pairs of losses; 1 where there is none.</param>
public sealed record Verdict(
    VerdictKind Kind,
    LossOutcome? Best,
    IReadOnlyList<LossOutcome> Tied,
    LossOutcome? Take,
    LossOutcome? Against,
    double Gap,
    double PValue)
{
    /// <summary>
    /// Whether the loss to take was chosen among those of the tied that know that some targets are only bounds, and not
    /// among all.
    /// </summary>
    public bool IsMadeForBounds { get; init; }

    /// <summary>What decided.</summary>
    public VerdictTest Test { get; init; }

    /// <summary>How far the loss to take is from the one that it is held against; null where there is none.</summary>
    public EffectSize? Effect { get; init; }

    /// <summary>The probabilities that it is better, practically the same, or worse; null likewise.</summary>
    public BetterOrWorse? Odds { get; init; }

    /// <summary>
    /// Whether the tied losses are practically the same as the best, and not merely not told apart from it: each is
    /// within the region of practical equivalence with the probability that the Bayesian test asks for.
    /// </summary>
    public bool IsEquivalent { get; init; }
}
