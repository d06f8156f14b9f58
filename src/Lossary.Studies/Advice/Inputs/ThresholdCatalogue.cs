using static Lossary.Studies.FactUnit;

namespace Lossary.Studies;

/// <summary>Every limit of the decision table, with its default and where that comes from.</summary>
public static class ThresholdCatalogue
{
    private const string Engineering = "engineering default";

    /// <summary>Where outliers are enough to be robust against.</summary>
    public static ThresholdCard OutlierShare { get; } = new(
        "outlier-share", 0.01, Share, "outliers above it call for a robust loss",
        "engineering default: a normal distribution has 6 in ten million beyond 5 spreads");

    /// <summary>Where outliers are contamination.</summary>
    public static ThresholdCard GrossOutlierShare { get; } = new(
        "gross-outlier-share", 0.10, Share, "outliers above it call for a loss that forgets them",
        Engineering);

    /// <summary>Where tails are heavy.</summary>
    public static ThresholdCard TailIndex { get; } = new(
        "tail-index", 3, Number, "tail indices below it are heavy: third moments do not exist",
        "R. Cont, Empirical Properties of Asset Returns, 2001, doi:10.1080/713665670");

    /// <summary>Where ties at an end are a limit of what was measured.</summary>
    public static ThresholdCard Ties { get; } = new(
        "ties", 0.10, Share, "targets at an end above it look cut off there", Engineering);

    /// <summary>How many different values a quantity has.</summary>
    public static ThresholdCard DifferentTargets { get; } = new(
        "different-targets", 20, Count, "fewer different targets are grades, not a quantity that is cut off",
        Engineering);

    /// <summary>Where counts are over-dispersed.</summary>
    public static ThresholdCard Dispersion { get; } = new(
        "dispersion", 1.5, Number, "counts with a dispersion index above it are over-dispersed", Engineering);

    /// <summary>Where counts of a small mean are over-dispersed.</summary>
    public static ThresholdCard CountsAlpha { get; } = new(
        "nb2-alpha", 0.5, Number,
        "a negative binomial's α above it is over-dispersion even where small means keep the index, 1 + αμ, near 1",
        Engineering);

    /// <summary>Where zeros are too many.</summary>
    public static ThresholdCard ExcessZeros { get; } = new(
        "excess-zeros", 3, Number, "standard errors of zeros beyond a distribution's that are no chance", Engineering);

    /// <summary>Where zeros matter.</summary>
    public static ThresholdCard ZeroShare { get; } = new(
        "zero-share", 0.05, Share, "exact zeros above it are a part of their own", Engineering);

    /// <summary>Where a target is skewed.</summary>
    public static ThresholdCard Skewness { get; } = new(
        "skewness", 1, Number, "targets above it are skewed", "M. G. Bulmer, Principles of Statistics, 1979");

    /// <summary>From where the variance grows as the mean's square.</summary>
    public static ThresholdCard TaylorLow { get; } = new(
        "taylor-low", 1.5, Number, "Taylor slopes from it on mean errors in proportion to size", "halfway from "
            + "Poisson's 1 to gamma's 2");

    /// <summary>How much larger a spread is.</summary>
    public static ThresholdCard SpreadRatio { get; } = new(
        "spread-ratio", 2.5, Number, "spreads of the residuals that differ by more are unequal",
        "engineering default: least squares then keeps 3r / (r² + r + 1) = 77 % of the efficiency that weights would "
            + "have");

    /// <summary>Where unequal spread is no chance.</summary>
    public static ThresholdCard Heteroscedasticity { get; } = new(
        "heteroscedasticity-p", 0.01, PValue, "tests for unequal spread below it are no chance", Engineering);

    /// <summary>Where a target spans orders of magnitude.</summary>
    public static ThresholdCard Decades { get; } = new(
        "decades", 3, Number, "targets that span at least so many powers of ten call for relative errors", Engineering);

    /// <summary>Where a class is rare.</summary>
    public static ThresholdCard RareClass { get; } = new(
        "rare-class", 0.10, Share, "a class with a smaller share is rare", Engineering);

    /// <summary>Where a class is very rare.</summary>
    public static ThresholdCard VeryRareClass { get; } = new(
        "very-rare-class", 0.01, Share, "a class with a smaller share drowns in easy rows", Engineering);

    /// <summary>Where classes are imbalanced.</summary>
    public static ThresholdCard Imbalance { get; } = new(
        "imbalance", 10, Number, "imbalance ratios above it call for weights", "Y. Cui et al., 2019, "
            + "arXiv:1901.05555: ratios of 10 to 200");

    /// <summary>Where classes have a long tail.</summary>
    public static ThresholdCard LongTail { get; } = new(
        "long-tail", 100, Number, "imbalance ratios above it call for shifted logits",
        "A. K. Menon et al., 2021, arXiv:2007.07314: long-tailed benchmarks have a ratio of 100");

    /// <summary>Where wrong labels are too many.</summary>
    public static ThresholdCard LabelNoise { get; } = new(
        "label-noise", 0.05, Share, "estimated label noise above it calls for a robust loss",
        "C. G. Northcutt et al., Pervasive Label Errors, 2021, arXiv:2103.14749: 3.4 % are usual, and harmless");

    /// <summary>Where errors cannot be overlap.</summary>
    public static ThresholdCard ConfidentErrors { get; } = new(
        "confident-errors", 0.04, Share, "errors among the surest rows above it are wrong labels rather than overlap "
            + "of classes",
        "engineering default: overlap leaves up to 2 % in the bundled samples, flipped labels their own share");

    /// <summary>How much of the label noise the surest rows must confirm.</summary>
    public static ThresholdCard SurestOfNoise { get; } = new(
        "surest-of-noise", 0.4, Number,
        "errors among the surest over estimated label noise: flips spare no row and bring it near 1, overlap spares "
            + "the surest",
        Engineering);

    /// <summary>Where classes are too many for a plain output.</summary>
    public static ThresholdCard ManyClasses { get; } = new(
        "many-classes", 10_000, Count, "more classes call for an output that does not hold all logits", Engineering);

    /// <summary>Where a robust loss moves the prediction.</summary>
    public static ThresholdCard ResidualSkewness { get; } = new(
        "residual-skewness", 0.1, Number, "L-skewness of the residuals beyond it parts median and mean", Engineering);

    /// <summary>Where duplicates contradict each other.</summary>
    public static ThresholdCard Conflicts { get; } = new(
        "conflicts", 0.05, Share, "contradicting duplicates above it bound what any loss can reach", Engineering);

    /// <summary>Where the features say nothing.</summary>
    public static ThresholdCard Explained { get; } = new(
        "explained", 0.02, Share, "below it the features say next to nothing of the target", Engineering);

    /// <summary>Where rows are few.</summary>
    public static ThresholdCard FewRows { get; } = new(
        "few-rows", 100, Count, "with fewer rows facts are guesses", Engineering);

    /// <summary>Where events are few.</summary>
    public static ThresholdCard FewEvents { get; } = new(
        "few-events", 100, Count, "with fewer observed events a model of ten features is a guess",
        "P. Peduzzi et al., 1995, doi:10.1016/0895-4356(95)00048-8: ten events a variable");

    /// <summary>Where queries have no order.</summary>
    public static ThresholdCard LevelQueries { get; } = new(
        "level-queries", 0.5, Share, "queries of one grade above it leave little to learn an order from", Engineering);

    /// <summary>Where weights leave few rows.</summary>
    public static ThresholdCard EffectiveWeights { get; } = new(
        "effective-weights", 0.5, Share, "weights that leave a smaller share of the rows let a few decide",
        Engineering);

    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<ThresholdCard> All { get; } =
    [
        OutlierShare, GrossOutlierShare, TailIndex, Ties, DifferentTargets, Dispersion, CountsAlpha, ExcessZeros,
        ZeroShare, Skewness, TaylorLow, SpreadRatio, Heteroscedasticity, Decades, RareClass, VeryRareClass, Imbalance,
        LongTail, LabelNoise, ConfidentErrors, SurestOfNoise, ManyClasses, ResidualSkewness, Conflicts, Explained,
        FewRows, FewEvents, LevelQueries, EffectiveWeights,
    ];
}
