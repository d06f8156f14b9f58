using Lossary.Studies;
using static Lossary.Studies.FactCatalogue;

namespace Lossary.Cli;

/// <summary>Facts that are read together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Facts">Those that say something here, in reading order.</param>
internal sealed record FactGroup(string Title, IReadOnlyList<Fact> Facts)
{
    private static readonly (string Title, FactCard[] Cards)[] Order =
    [
        ("Rows and columns", [Rows, Features, MissingShare, DuplicateShare, ConflictShare, EffectiveWeightShare]),
        ("The target", [
            Minimum, Median, Mean, Maximum, Spread, ZeroShare, NegativeShare, UnitShare, Decades, LSkewness,
            TiesAtMinimum, TiesAtMaximum, Classes, SmallestShare, ImbalanceRatio, EffectiveClasses, OrdinalHint,
        ]),
        ("What features leave unexplained", [
            Explained, NoiseScale, OutlierShare, TailIndex, ResidualSkewness, SpreadRatio, HeteroscedasticityP,
            Dispersion, NegativeBinomialAlpha, ExcessZerosZ, NegativeBinomialZerosZ, TaylorSlope, LabelNoise,
            ConfidentErrors,
        ]),
    ];

    /// <summary>The groups that have facts.</summary>
    public static IReadOnlyList<FactGroup> Of(DataProfile profile) =>
    [
        .. Order
            .Select(group => new FactGroup(
                group.Title, [.. group.Cards.Select(card => Find(profile, card)).OfType<Fact>()]))
            .Where(group => group.Facts.Count > 0),
    ];

    private static Fact? Find(DataProfile profile, FactCard card) =>
        profile.Facts.TryGet(card, out Fact? fact) && IsTelling(fact, profile) ? fact : null;

    /// <summary>Shares of nothing, and a scale that is given by the classes' names, need no line.</summary>
    private static bool IsTelling(Fact fact, DataProfile profile) => fact.Card.Key switch
    {
        "missing-share" or "duplicate-share" or "conflict-share" or "zero-share" or "negative-share"
            or "ordinal-hint" =>
            fact.Value > 0,
        "unit-share" => fact.Value == 1,
        "ties-at-minimum" or "ties-at-maximum" => FactReading.Of(fact, profile) is not null,
        _ => true,
    };
}
