using Lossary.Data;
using Lossary.Reports;
using Lossary.Studies;
using static Lossary.Studies.FactCatalogue;

namespace Lossary.Cli;

/// <summary>What a fact says about the choice of a loss, in one plain sentence.</summary>
/// <remarks>
/// It only says how a number is to be understood; what to choose, the decision table says, whose limits also part the
/// sentences here.
/// </remarks>
internal static class FactReading
{
    private const double LightTail = 5;
    private const double MildImbalance = 3;

    /// <summary>The threshold that makes Huber's loss 95 % as good as the squared one on normal noise.</summary>
    private const double HuberOverSpread = 1.345;

    /// <summary>The sentence; null where the number speaks for itself.</summary>
    public static string? Of(Fact fact, DataProfile profile)
    {
        string key = fact.Card.Key;
        return profile.Target.IsClass
            ? OfClasses(key, fact, profile) ?? OfRows(key, fact)
            : OfTarget(key, fact, profile) ?? OfResiduals(key, fact, profile) ?? OfCounts(key, fact) ?? OfRows(key,
                fact);
    }

    private static string? OfRows(string key, Fact fact) => key switch
    {
        "explained" => fact.Value < ThresholdCatalogue.Explained.Default
            ? "Features tell next to nothing: a loss then decides which constant is predicted, and little else."
            : $"What is left, {Quantity.Percent(1 - fact.Value)}, is what losses differ about.",
        "duplicate-share" => fact.Value > 0
            ? "Equal rows can fall into training and test: scores of a cross-validation are then too good."
            : null,
        "conflict-share" => fact.Value > 0
            ? "Equal features, different targets: no model can be right on all of these."
            : null,
        "effective-weight-share" =>
            "Weights make so many of the rows count: use losses' weighted means, and trust intervals less than n "
            + "suggests.",
        _ => null,
    };

    private static string? OfTarget(string key, Fact fact, DataProfile profile) => key switch
    {
        "l-skewness" => Math.Abs(fact.Value) < ThresholdCatalogue.ResidualSkewness.Default
            ? "Nearly symmetric: mean and median, which squared and absolute error aim at, are close."
            : $"Leans {Side(fact.Value)}: the mean, which squared error aims at, is "
                + $"{(fact.Value > 0 ? "above" : "below")} the median, which absolute error aims at.",
        "zero-share" => fact.Value > 0 && profile.Target.Task == TaskKind.Regression && profile.Facts[Minimum] == 0
            ? "Exact zeros beside amounts: Tweedie's loss takes both; a logarithm of the target does not exist."
            : null,
        "negative-share" => fact.Value > 0
            ? "Negative targets rule out losses of a logarithmic mean (Poisson, gamma, Tweedie)."
            : null,
        "unit-share" => fact.Value == 1
            ? "All within [0, 1], as shares are: a loss of probabilities fits, and keeps predictions inside."
            : null,
        "decades" => fact.Value >= ThresholdCatalogue.Decades.Default
            ? "Spans orders of magnitude: squared error looks at the largest alone; relative error may be what matters."
            : null,
        "ties-at-minimum" when profile.Facts[Minimum] != 0 => AtLimit(fact, "smallest"),
        "ties-at-maximum" => AtLimit(fact, "largest"),
        _ => null,
    };

    private static string? AtLimit(Fact fact, string end) => fact.Value >= ThresholdCatalogue.Ties.Default
        ? $"Many targets equal the {end}: if that is where measuring stopped, the truth lies beyond, and plain errors "
            + $"are "
            + "biased."
        : null;

    private static string? OfResiduals(string key, Fact fact, DataProfile profile) => key switch
    {
        "noise-scale" => $"Half of the rows are predicted within ±{Quantity.Format(0.6745 * fact.Value)}; Huber's δ of "
            + $"{HuberOverSpread} × this is {Quantity.Format(HuberOverSpread * fact.Value)}.",
        "outlier-share" => fact.Value == 0
            ? "No row is far out for its features: nothing pulls squared error astray."
            : "Normal noise has none this far out: squared error follows such rows, absolute and Huber's hardly.",
        "tail-index" => fact.Value >= LightTail ? "Light tails: squared error wastes nothing."
            : fact.Value >= ThresholdCatalogue.TailIndex.Default ? "Somewhat heavier tails than normal noise."
            : "Heavy tails: single rows can outweigh all others in squared error.",
        "residual-l-skewness" => Math.Abs(fact.Value) < ThresholdCatalogue.ResidualSkewness.Default
            ? "The noise is about symmetric: mean and median of the target, given its features, are close."
            : $"The noise leans {Side(fact.Value)}: decide whether you want the mean or the median.",
        "spread-ratio" => fact.Value >= ThresholdCatalogue.SpreadRatio.Default
                && profile.Facts[HeteroscedasticityP] < ThresholdCatalogue.Heteroscedasticity.Default
            ? "Some rows are far noisier than others: intervals need a loss that learns the spread, or quantiles."
            : "The noise is about the same everywhere: one width of interval serves all rows.",
        "taylor-slope" => Power(fact),
        _ => null,
    };

    private static string Power(Fact fact) => fact.Value switch
    {
        < 0.5 => "Variance hardly depends on the mean, as squared error supposes.",
        < 1.25 => "Variance grows about as the mean, as Poisson's loss supposes.",
        < 1.75 => "Variance grows faster than the mean and slower than its square: Tweedie's loss with this power.",
        < 2.5 => "Variance grows as the square of the mean: errors are relative, as the gamma loss supposes.",
        _ => "Variance grows faster than the square of the mean: the largest targets are the noisiest even relatively.",
    };

    private static string? OfCounts(string key, Fact fact) => key switch
    {
        "dispersion" => fact switch
        {
            { Low: > 1 } => "More variance than Poisson's loss supposes: means stay right, probabilities do not.",
            { High: < 1 } => "Less variance than a Poisson distribution has: its probabilities are too wide.",
            _ => "Poisson's loss supposes 1, and the data agrees.",
        },
        "nb2-alpha" => fact.Low > 0 ? "The negative binomial's loss with this α has the variance that is seen." : null,
        "excess-zeros-z" => fact.Value > ThresholdCatalogue.ExcessZeros.Default
            ? "More zeros than Poisson distributions of these means have."
            : "No more zeros than Poisson's loss supposes.",
        "nb2-zeros-z" => fact.Value > ThresholdCatalogue.ExcessZeros.Default
            ? "More zeros than even the negative binomial has: some rows may never count at all (zero inflation)."
            : null,
        _ => null,
    };

    private static string? OfClasses(string key, Fact fact, DataProfile profile) => key switch
    {
        "imbalance-ratio" => fact.Value < MildImbalance
            ? "Balanced enough: plain cross entropy needs no weights."
            : "Accuracy rewards the frequent class; weights help to find the rare one, and spoil probabilities.",
        "label-noise" => fact.Value > ThresholdCatalogue.LabelNoise.Default
            ? "Labels that a fit holds for wrong, or classes that overlap: the errors among the surest tell which."
            : "Labels look right.",
        "confident-errors" => fact.Value > ThresholdCatalogue.ConfidentErrors.Default
            ? "Wrong even where the fit is sure: flipped labels; losses that forgive them (GCE, SCE) may gain."
            : "Where the fit is sure, labels agree: mistakes come from classes that overlap, not from wrong labels.",
        "ordinal-hint" => fact.Value == 1
            ? "The classes look like steps of a scale: a loss that knows the order makes smaller mistakes."
            : null,
        "conflict-share" => fact.Value > 0
            ? $"Equal features, different classes: no classifier is right on all of these "
                + $"{Quantity.Percent(fact.Value)}."
            : null,
        "smallest-share" => RowsToLearnFrom((long)Math.Round(fact.Value * profile.Target.Count)),
        _ => null,
    };

    private static string RowsToLearnFrom(long rows) =>
        $"{Quantity.Count(rows)} {(rows == 1 ? "row" : "rows")} to learn it from.";

    private static string Side(double skewness) => skewness > 0 ? "to the right" : "to the left";
}
