using static Lossary.Studies.FactUnit;

namespace Lossary.Studies;

/// <summary>Every fact that a profile may hold. Rules of the decision table name these.</summary>
/// <remarks>
/// "Residual" means target minus the cross-validated prediction of a small network, the baseline fit; "deviation" a
/// residual over the spread that is predicted for its row: a target is seldom heavy-tailed or over-dispersed by itself,
/// but given its features. Where a fact needs a residual's square or size, it is taken from a network that did not see
/// the row and one that did: the first's misfit and the second's fit to the noise nearly cancel.
/// </remarks>
public static class FactCatalogue
{
    /// <summary>Rows that have a target.</summary>
    public static FactCard Rows { get; } = new("rows", "rows", Count, "Rows that have a target.");

    /// <summary>Columns that serve as features.</summary>
    public static FactCard Features { get; } = new("features", "features", Count, "Columns that serve as features.");

    /// <summary>How much of the target's variation features explain.</summary>
    public static FactCard Explained { get; } = new(
        "explained", "explained share", Share,
        "Share of the target's absolute deviations (Poisson deviance for counts, log loss for classes) that the "
        + "baseline fit takes away on rows that it did not see; 0 where it takes none.");

    /// <summary>Rows whose features occur more than once.</summary>
    public static FactCard DuplicateShare { get; } = new(
        "duplicate-share", "duplicate rows", Share, "Share of rows whose features occur in another row as well.");

    /// <summary>Rows that contradict a duplicate.</summary>
    public static FactCard ConflictShare { get; } = new(
        "conflict-share", "conflicting duplicates", Share,
        "Share of rows that have the features of another row but a different target: for classes, a floor of the "
            + "label noise.");

    /// <summary>Cells without a value.</summary>
    public static FactCard MissingShare { get; } = new(
        "missing-share", "missing cells", Share, "Share of feature cells that hold no value.");

    /// <summary>How many equally weighted rows the weights are worth.</summary>
    public static FactCard EffectiveWeightShare { get; } = new(
        "effective-weight-share", "effective sample size by weights", Share,
        "(Σw)² / (n Σw²): the rows that the weights leave, as a share of all; only where weights are given.",
        "L. Kish, Survey Sampling, 1965");

    /// <summary>Targets that are only bounds.</summary>
    public static FactCard CensoredShare { get; } = new(
        "censored-share", "censored targets", Share,
        "Share of targets that are only bounds, by the column that states it; only where one is given.");

    /// <summary>Targets that were observed.</summary>
    public static FactCard Events { get; } = new(
        "events", "observed events", Count,
        "Targets that are values, by the column that states it; only where one is given.");

    /// <summary>Queries.</summary>
    public static FactCard Queries { get; } = new(
        "queries", "queries", Count,
        "Groups of rows that are ordered among themselves; only where a column states them.");

    /// <summary>Rows of a query.</summary>
    public static FactCard QueryRows { get; } = new(
        "query-rows", "rows of a query", Number, "Median number of rows of a query; only where a column states them.");

    /// <summary>Queries without an order.</summary>
    public static FactCard LevelQueries { get; } = new(
        "level-queries", "queries of one grade", Share,
        "Share of queries whose rows all have the same target: they teach no order; only where a column states "
            + "queries.");

    /// <summary>The smallest target.</summary>
    public static FactCard Minimum { get; } = new(
        "minimum", "smallest target", FactUnit.Target, "The smallest target.");

    /// <summary>The largest target.</summary>
    public static FactCard Maximum { get; } = new("maximum", "largest target", FactUnit.Target, "The largest target.");

    /// <summary>The mean target.</summary>
    public static FactCard Mean { get; } = new("mean", "mean", FactUnit.Target, "The targets' mean.");

    /// <summary>The median target.</summary>
    public static FactCard Median { get; } = new("median", "median", FactUnit.Target, "The targets' median.");

    /// <summary>The target's spread.</summary>
    public static FactCard Spread { get; } = new(
        "spread", "spread", FactUnit.Target,
        "The distance of the quartiles divided by 1.349: a standard deviation that outliers do not move.");

    /// <summary>Whole numbers.</summary>
    public static FactCard IntegerShare { get; } = new(
        "integer-share", "whole numbers", Share, "Share of targets that are whole numbers.");

    /// <summary>Different targets.</summary>
    public static FactCard DistinctShare { get; } = new(
        "distinct-share", "different targets", Share, "Different targets as a share of the rows.");

    /// <summary>Zeros.</summary>
    public static FactCard ZeroShare { get; } = new("zero-share", "zeros", Share, "Share of targets that are 0.");

    /// <summary>Negative targets.</summary>
    public static FactCard NegativeShare { get; } = new(
        "negative-share", "negative targets", Share, "Share of targets below 0.");

    /// <summary>Targets within the unit interval.</summary>
    public static FactCard UnitShare { get; } = new(
        "unit-share", "targets in [0, 1]", Share, "Share of targets in [0, 1].");

    /// <summary>Orders of magnitude.</summary>
    public static FactCard Decades { get; } = new(
        "decades", "orders of magnitude", Number,
        "log₁₀ of the targets' 99th percentile over their first, as one target near 0 spans any number; only where "
            + "all are positive.");

    /// <summary>Skewness.</summary>
    public static FactCard Skewness { get; } = new(
        "skewness", "skewness", Number, "The targets' third standardised moment.");

    /// <summary>Excess kurtosis.</summary>
    public static FactCard Kurtosis { get; } = new(
        "kurtosis", "excess kurtosis", Number, "The targets' fourth standardised moment, less 3.");

    /// <summary>L-skewness.</summary>
    public static FactCard LSkewness { get; } = new(
        "l-skewness", "L-skewness", Number,
        "Third L-moment over the second, in (−1, 1): skewness that single outliers hardly move.",
        "J. R. M. Hosking, L-moments, 1990, doi:10.1111/j.2517-6161.1990.tb01775.x");

    /// <summary>L-kurtosis.</summary>
    public static FactCard LKurtosis { get; } = new(
        "l-kurtosis", "L-kurtosis", Number, "Fourth L-moment over the second; 0.123 for a normal distribution.",
        "J. R. M. Hosking, L-moments, 1990, doi:10.1111/j.2517-6161.1990.tb01775.x");

    /// <summary>Rows at the smallest target.</summary>
    public static FactCard TiesAtMinimum { get; } = new(
        "ties-at-minimum", "targets at the minimum", Share, "Share of targets that equal the smallest.");

    /// <summary>Rows at the largest target.</summary>
    public static FactCard TiesAtMaximum { get; } = new(
        "ties-at-maximum", "targets at the maximum", Share, "Share of targets that equal the largest.");

    /// <summary>The residuals' spread.</summary>
    public static FactCard NoiseScale { get; } = new(
        "noise-scale", "spread of the residuals", FactUnit.Target,
        "1.4826 times the median absolute residual of the baseline fit.");

    /// <summary>Rows far from the baseline.</summary>
    public static FactCard OutlierShare { get; } = new(
        "outlier-share", "outliers", Share,
        "Share of deviations beyond 5 (MAD-z): residuals of the baseline fit that are far out for their row.",
        "B. Iglewicz, D. C. Hoaglin, How to Detect and Handle Outliers, 1993");

    /// <summary>The tail index of the residuals.</summary>
    public static FactCard TailIndex { get; } = new(
        "tail-index", "tail index", Number,
        "Hill's estimate from the largest eighth of the absolute deviations, freed from its bias: moments of this "
        + "order and above do not exist; below 3 is heavy, 5 and more is light, 50 is said of anything lighter still.",
        "B. M. Hill, A Simple General Approach to Inference About the Tail of a Distribution, 1975, "
        + "doi:10.1214/aos/1176343247; J. Beirlant et al., Tail Index Estimation and an Exponential Regression Model, "
        + "1999, doi:10.1023/A:1009975020370");

    /// <summary>Skewness of the residuals.</summary>
    public static FactCard ResidualSkewness { get; } = new(
        "residual-l-skewness", "L-skewness of the residuals", Number,
        "Third L-moment of the deviations over the second, in (−1, 1).");

    /// <summary>Whether the residuals' spread depends on the prediction or the features.</summary>
    public static FactCard HeteroscedasticityP { get; } = new(
        "heteroscedasticity-p", "test for unequal spread", PValue,
        "Breusch and Pagan's test in Koenker's form: whether squared residuals depend on the prediction, its square, "
        + "and the spread that the features predict. On many rows it sees any misfit: look at the ratio of spreads "
        + "too.",
        "R. Koenker, A Note on Studentizing a Test for Heteroscedasticity, 1981, doi:10.1016/0304-4076(81)90062-2");

    /// <summary>How strongly the residuals' spread varies.</summary>
    public static FactCard SpreadRatio { get; } = new(
        "spread-ratio", "ratio of spreads", Number,
        "Median absolute residual in the fifth of the rows where it is predicted largest, over that where smallest: an "
        + "effect size beside the test; 1 for equal spread.");

    /// <summary>Variance over mean of counts.</summary>
    public static FactCard Dispersion { get; } = new(
        "dispersion", "dispersion index", Number,
        "Pearson's χ² over its degrees of freedom, given the baseline's means: 1 for a Poisson distribution. Counts "
            + "only.");

    /// <summary>The negative binomial's dispersion.</summary>
    public static FactCard NegativeBinomialAlpha { get; } = new(
        "nb2-alpha", "negative binomial's α", Number,
        "α of variance μ + αμ² by the method of moments, given the baseline's means. Counts only.");

    /// <summary>More zeros than a Poisson distribution has.</summary>
    public static FactCard ExcessZerosZ { get; } = new(
        "excess-zeros-z", "zeros beyond Poisson's", Number,
        "Zeros less those that Poisson distributions with the baseline's means would give, in standard errors. Counts "
            + "only.",
        "J. van den Broek, A Score Test for Zero Inflation in a Poisson Distribution, 1995, doi:10.2307/2532959");

    /// <summary>More zeros than a negative binomial distribution has.</summary>
    public static FactCard NegativeBinomialZerosZ { get; } = new(
        "nb2-zeros-z", "zeros beyond the negative binomial's", Number,
        "Zeros less those that negative binomial distributions with the baseline's means would give, in standard "
            + "errors. Counts only.");

    /// <summary>The power of the variance function.</summary>
    public static FactCard TaylorSlope { get; } = new(
        "taylor-slope", "Taylor's slope", Number,
        "Slope of log variance on log mean over groups of rows with like predictions: 1 Poisson, 2 gamma, between them "
        + "Tweedie. Only where no target is negative.",
        "L. R. Taylor, Aggregation, Variance and the Mean, 1961, doi:10.1038/189732a0");

    /// <summary>Number of classes.</summary>
    public static FactCard Classes { get; } = new("classes", "classes", Count, "Different classes.");

    /// <summary>The rarest class.</summary>
    public static FactCard SmallestShare { get; } = new(
        "smallest-share", "share of the rarest class", Share, "Rows of the rarest class as a share of all.");

    /// <summary>The most frequent class against the rarest.</summary>
    public static FactCard ImbalanceRatio { get; } = new(
        "imbalance-ratio", "imbalance ratio", Number, "Rows of the most frequent class over rows of the rarest.");

    /// <summary>How many equally frequent classes the classes are worth.</summary>
    public static FactCard EffectiveClasses { get; } = new(
        "effective-classes", "effective number of classes", Number, "The exponential of the class shares' entropy.");

    /// <summary>Wrong labels.</summary>
    public static FactCard LabelNoise { get; } = new(
        "label-noise", "estimated label noise", Share,
        "Share of rows whose label confident learning holds for wrong, by cross-validated probabilities of the "
            + "baseline fit.",
        "C. G. Northcutt, L. Jiang, I. L. Chuang, Confident Learning, 2021, doi:10.1613/jair.1.12125");

    /// <summary>Errors where the baseline is most sure.</summary>
    public static FactCard ConfidentErrors { get; } = new(
        "confident-errors", "errors among the surest", Share,
        "Share of other labels among the fifth of the rows that the baseline fit is surest of: near 0 where classes "
        + "merely overlap, the share of flipped labels where labels are wrong by chance.",
        "G. Patrini et al., Making Deep Neural Networks Robust to Label Noise, 2017, arXiv:1609.03683");

    /// <summary>Whether classes look ordered.</summary>
    public static FactCard OrdinalHint { get; } = new(
        "ordinal-hint", "classes look ordered", Flag,
        "Whether the class names are words of a scale (low, medium, high), or four or more numbers of which the "
        + "baseline fit mistakes neighbours for each other.");

    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<FactCard> All { get; } =
    [
        Rows, Features, Explained, DuplicateShare, ConflictShare, MissingShare, EffectiveWeightShare, CensoredShare,
        Events, Queries, QueryRows, LevelQueries, Minimum, Maximum,
        Mean, Median, Spread, IntegerShare, DistinctShare, ZeroShare, NegativeShare, UnitShare, Decades, Skewness,
            Kurtosis,
        LSkewness, LKurtosis, TiesAtMinimum, TiesAtMaximum, NoiseScale, OutlierShare, TailIndex, ResidualSkewness,
        HeteroscedasticityP, SpreadRatio, Dispersion, NegativeBinomialAlpha, ExcessZerosZ, NegativeBinomialZerosZ,
        TaylorSlope, Classes, SmallestShare, ImbalanceRatio, EffectiveClasses, LabelNoise, ConfidentErrors, OrdinalHint,
    ];

    /// <summary>The card of a key; null if there is none.</summary>
    public static FactCard? Find(string key) => All.FirstOrDefault(card => card.Key == key);
}
