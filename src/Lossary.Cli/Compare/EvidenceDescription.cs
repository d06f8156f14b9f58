using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>The evidence behind a verdict, as <c>compare --json</c> tells of it.</summary>
/// <param name="Test">corrected-t or bayes.</param>
/// <param name="Against">The loss that the one to take is held against; null where there is none.</param>
/// <param name="Effect">How far apart the two are; null likewise.</param>
/// <param name="PValue">Adjusted over all pairs; null likewise.</param>
/// <param name="Odds">The probabilities that the one to take is better, the same, or worse; null likewise.</param>
/// <param name="Rope">Half the region of practical equivalence, on the metric's own scale.</param>
/// <param name="Equivalent">Whether the tied losses are practically the same.</param>
internal sealed record EvidenceDescription(
    string Test,
    string? Against,
    EffectDescription? Effect,
    double? PValue,
    OddsDescription? Odds,
    double? Rope,
    bool Equivalent)
{
    public static EvidenceDescription Of(ComparisonResult result)
    {
        Verdict verdict = result.Verdict;
        PracticalEquivalence region = PracticalEquivalence.For(result.Metric, result.Options.Rope);
        return new(
            KebabCase.Of(verdict.Test.ToString()),
            verdict.Against?.Name,
            EffectDescription.Of(verdict.Effect),
            verdict.Against is null ? null : verdict.PValue,
            OddsDescription.Of(verdict.Odds),
            verdict.Best?.Scores[0] is ScoreInterval best ? region.HalfWidthAt(best.Mean) : null,
            verdict.IsEquivalent);
    }
}

/// <summary>
/// A difference as a share of the other's score and in standard deviations of the folds' differences.
/// </summary>
internal sealed record EffectDescription(
    double? Relative,
    double? RelativeLow,
    double? RelativeHigh,
    double? Standardised,
    double? StandardisedLow,
    double? StandardisedHigh)
{
    public static EffectDescription? Of(EffectSize? effect) => effect is not EffectSize size
        ? null
        : new(
            Numbers.OrNull(size.Relative),
            Numbers.OrNull(size.RelativeLow),
            Numbers.OrNull(size.RelativeHigh),
            Numbers.OrNull(size.Standardised),
            Numbers.OrNull(size.StandardisedLow),
            Numbers.OrNull(size.StandardisedHigh));
}

/// <summary>Probabilities by the Bayesian correlated t-test.</summary>
internal sealed record OddsDescription(double Better, double Equivalent, double Worse)
{
    public static OddsDescription? Of(BetterOrWorse? odds) =>
        odds is BetterOrWorse of ? new(of.Better, of.Equivalent, of.Worse) : null;
}
