namespace Lossary.Studies;

/// <summary>The estimates that rules use, each with its source.</summary>
internal static class Estimates
{
    /// <summary>
    /// Huber's δ: 95 % of the mean's efficiency if the noise is normal after all (Holland and Welsch 1977).
    /// </summary>
    public static Estimate HuberDelta { get; } = Estimate.Noises("delta", 1.345);

    /// <summary>Tukey's c: 95 % efficiency (Holland and Welsch 1977).</summary>
    public static Estimate TukeyC { get; } = Estimate.Noises("c", 4.685);

    /// <summary>Cauchy's c: 95 % efficiency (Holland and Welsch 1977).</summary>
    public static Estimate CauchyC { get; } = Estimate.Noises("c", 2.385);

    /// <summary>Welsch's c: 95 % efficiency (Holland and Welsch 1977).</summary>
    public static Estimate WelschC { get; } = Estimate.Noises("c", 2.985);

    /// <summary>
    /// Tweedie's power: the slope of log variance on log mean, kept off the ends, where the density is another.
    /// </summary>
    public static Estimate TweediePower { get; } = Estimate.From(
        "power",
        "taylor-slope, within [1.1, 1.9]",
        at => at.Facts[FactCatalogue.TaylorSlope] is double slope ? Math.Clamp(slope, 1.1, 1.9) : null);

    /// <summary>The negative binomial's α by the method of moments.</summary>
    public static Estimate NegativeBinomialAlpha { get; } = Estimate.From(
        "alpha",
        "nb2-alpha",
        at => at.Facts[FactCatalogue.NegativeBinomialAlpha] is double alpha and > 0 ? alpha : null);

    /// <summary>The quantile with the least expected cost (the newsvendor's fractile).</summary>
    public static Estimate CostLevel { get; } =
        Estimate.From("level", "UNDER / (UNDER + OVER)", at => at.Needs.Costs?.Level);

    /// <summary>Every quantile that is asked for.</summary>
    public static Estimate AskedLevels { get; } = new("level", "each of --quantiles", at => at.Needs.Quantiles);

    /// <summary>The level of the pinball loss that decides.</summary>
    public static Estimate MetricLevel { get; } =
        Estimate.From("level", "the metric's level", at => MetricGoal.ArgumentOf(at.Needs.Metric));

    /// <summary>The power of the Tweedie deviance that decides, where it is a Tweedie loss's.</summary>
    public static Estimate MetricPower { get; } = Estimate.From(
        "power",
        "the metric's power",
        at => MetricGoal.ArgumentOf(at.Needs.Metric) is double power and > 1 and < 2 ? power : null);

    /// <summary>What makes positives and negatives count the same (King and Zeng 2001).</summary>
    public static Estimate BalancingWeight { get; } = Estimate.From(
        "positive-weight",
        "negatives / positives",
        at => at.PositiveShare is double share and > 0 and < 1 ? (1 - share) / share : null);

    /// <summary>What a missed positive costs.</summary>
    public static Estimate MissCost { get; } = Estimate.From("miss", "UNDER", at => at.Needs.Costs?.Under);

    /// <summary>What a false alarm costs.</summary>
    public static Estimate AlarmCost { get; } = Estimate.From("alarm", "OVER", at => at.Needs.Costs?.Over);

    /// <summary>Smoothing by as much as labels are wrong (Lukasik et al. 2020).</summary>
    public static Estimate NoiseShare { get; } = Estimate.From(
        "smoothing", "the share of --noise", at => at.Needs.NoiseShare);

    /// <summary>Focal loss's α by inverse class frequency (Lin et al. 2017, section 3.1).</summary>
    public static Estimate FocalAlpha { get; } =
        Estimate.From("alpha", "share of the negatives", at => 1 - at.PositiveShare);

    /// <summary>β of the effective number of samples: (n − 1) / n (Cui et al. 2019).</summary>
    public static Estimate ClassBalance { get; } = new(
        "beta",
        "(rows − 1) / rows",
        at => at.Facts[FactCatalogue.Rows] is double rows and > 1 ? [FactText.Rounded((rows - 1) / rows, 9)] : []);

    /// <summary>
    /// The strength of logit adjustment that is consistent for the balanced error (Menon et al. 2021).
    /// </summary>
    public static Estimate FullAdjustment { get; } = Estimate.Fixed("tau", 1);
}
