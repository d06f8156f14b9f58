using Lossary.Data;
using static Lossary.Studies.Condition;
using static Lossary.Studies.ThresholdCatalogue;

namespace Lossary.Studies;

/// <summary>What the data decides of real targets.</summary>
internal static class RegressionRules
{
    private const string HollandWelsch =
        "P. W. Holland, R. E. Welsch, Robust Regression Using Iteratively Reweighted Least-Squares, 1977, "
            + "doi:10.1080/03610927708827533";

    private static readonly TaskKind[] Regression = [TaskKind.Regression];
    private static readonly Recipe Huber = new("huber", Estimates.HuberDelta);
    private static readonly Recipe PseudoHuber = new("pseudo-huber", Estimates.HuberDelta);
    private static readonly Recipe Cauchy = new("cauchy", Estimates.CauchyC);
    private static readonly Recipe Tweedie = new("tweedie", Estimates.TweediePower);

    private static readonly Condition IsQuantity = new(
        limits => $"different targets ≥ {FactText.Of(limits[DifferentTargets], FactUnit.Count)}",
        at =>
        {
            double limit = at.Thresholds[DifferentTargets];
            string text = $"different targets ≥ {FactText.Of(limit, FactUnit.Count)}";
            return Different(at) is double count
                ? new(text, count >= limit, FactText.Of(count, FactUnit.Count))
                : new(text, false, FactText.Absent);
        });

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "proportions",
            Tasks = Regression,
            When = [AtLeast(FactCatalogue.UnitShare, 1)],
            Recommend = new("binary-cross-entropy"),
            Alternatives = [new("squared"), Huber],
            Avoids = [new("squared and a cut at the ends", "the cut has no gradient, and effects near the ends "
                + "shrink")],
            Because = "Cross entropy with a logit link keeps predictions within [0, 1] and is right for the mean of "
                + "any proportion, zeros and ones included.",
            Source = "L. E. Papke, J. M. Wooldridge, Econometric Methods for Fractional Response Variables, 1996, "
                + "doi:10.1002/(SICI)1099-1255(199611)11:6<619::AID-JAE418>3.0.CO;2-1",
        },
        new()
        {
            Id = "limit",
            Tasks = Regression,
            When =
            [
                IsQuantity,
                Any(
                    AtLeast(FactCatalogue.TiesAtMaximum, Ties),
                    Condition.All(AtLeast(FactCatalogue.TiesAtMinimum, Ties), Where(
                        "the minimum is not 0", at => at.Facts[FactCatalogue.Minimum] is not (null or 0), Minimum))),
            ],
            Recommend = new("absolute"),
            Alternatives = [new("tobit"), Huber],
            Avoids = [new("squared", "values at the limit pull the mean towards it")],
            Because = "Many targets at one end look cut off there, and the median stays right while fewer than half "
                + "are.",
            Source = "J. L. Powell, Least Absolute Deviations Estimation for the Censored Regression Model, 1984, "
                + "doi:10.1016/0304-4076(84)90004-6",
        },
        new()
        {
            Id = "zero-heavy",
            Tasks = Regression,
            When = [AtMost(FactCatalogue.NegativeShare, 0), AtLeast(FactCatalogue.ZeroShare, ZeroShare)],
            Recommend = Tweedie,
            Alternatives = [new("zero-inflated-log-normal"), new("squared"), new("absolute")],
            Avoids =
            [
                new("squared error of log(1 + y)", "its answer taken back is far below the mean"),
                new("gamma", "it has no value at 0"),
            ],
            Because = "Zeros and skewed amounts are one distribution between Poisson and gamma, and its mean is what "
                + "is predicted.",
            Source = "B. Jørgensen, Exponential Dispersion Models, 1987, doi:10.1111/j.2517-6161.1987.tb01685.x",
        },
        new()
        {
            Id = "relative-errors",
            Tasks = Regression,
            When =
            [
                Above(FactCatalogue.Minimum, 0), Above(FactCatalogue.Skewness, Skewness),
                AtLeast(FactCatalogue.TaylorSlope, TaylorLow),
                Below(FactCatalogue.HeteroscedasticityP, Heteroscedasticity),
            ],
            Recommend = new("gamma"),
            Alternatives = [new("log-normal"), new("inverse-gaussian"), Huber],
            Avoids = [new("squared", "large targets have large errors, and these decide")],
            Because = "Errors grow in proportion to the target: gamma weighs each row by its relative error and "
                + "still predicts the mean.",
            Source = "P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989, doi:10.1007/978-1-4899-3242-6",
        },
        new()
        {
            Id = "orders-of-magnitude",
            Tasks = Regression,
            When = [Above(FactCatalogue.Minimum, 0), AtLeast(FactCatalogue.Decades, Decades)],
            Recommend = new("log-normal"),
            Alternatives = [new("gamma"), Huber],
            Avoids =
            [
                new("squared", "the few largest targets decide alone"),
                new("absolute-percentage", "it divides by the smallest targets and is least at predictions that are "
                    + "too low"),
            ],
            Because = "Over powers of ten only relative errors compare, and these are differences of logarithms.",
            Source = "C. Tofallis, A Better Measure of Relative Prediction Accuracy, 2015, doi:10.1057/jors.2014.103",
        },
        new()
        {
            Id = "contamination",
            Tasks = Regression,
            When =
            [
                Any(Above(FactCatalogue.OutlierShare, GrossOutlierShare), Statements.NoiseAbove(GrossOutlierShare)),
            ],
            Recommend = Cauchy,
            Alternatives = [new("tukey", Estimates.TukeyC), new("welsch", Estimates.WelschC), Huber],
            Avoids =
            [
                new("squared", "gross errors decide alone"),
                new("tukey from a random start", "rows that are far off have no gradient at all"),
            ],
            Because = "Above a tenth even a bounded pull adds up: Cauchy's fades with distance, and never wholly, so "
                + "that training can start anywhere.",
            Source = HollandWelsch,
        },
        new()
        {
            Id = "outliers",
            Tasks = Regression,
            When =
            [
                Any(
                    Above(FactCatalogue.OutlierShare, OutlierShare),
                    Below(FactCatalogue.TailIndex, TailIndex),
                    Statements.Noise),
            ],
            Recommend = Huber,
            Alternatives = [PseudoHuber, new("absolute"), Cauchy],
            Avoids = [new("squared", "one residual of ten spreads weighs as a hundred of one")],
            Because = "Huber is squared error for usual residuals and bounds the pull of the others; at 1.345 "
                + "spreads it loses 5 % where there is nothing to be robust against.",
            Source = "P. J. Huber, Robust Estimation of a Location Parameter, 1964, doi:10.1214/aoms/1177703732; "
                + HollandWelsch,
        },
        new()
        {
            Id = "unequal-spread",
            Tasks = Regression,
            When =
            [
                Below(FactCatalogue.HeteroscedasticityP, Heteroscedasticity),
                Above(FactCatalogue.SpreadRatio, SpreadRatio),
            ],
            Recommend = Huber,
            Alternatives = [new("absolute"), PseudoHuber],
            Ideal = Ideals.Spread,
            Avoids = [new("squared", "the noisy rows decide over the precise ones")],
            Note = "For intervals state --quantiles 0.1,0.9: an even margin around a mean is too wide for some rows "
                + "and too narrow for others.",
            Because = "Rows differ in how precise they are; a bounded pull keeps the noisy ones from deciding.",
            Source = "M. Seitzer et al., On the Pitfalls of Heteroscedastic Uncertainty Estimation, 2022, "
                + "arXiv:2203.09168",
        },
        new()
        {
            Id = "regression",
            Tasks = Regression,
            When = [],
            Shows =
            [
                AtMost(FactCatalogue.OutlierShare, OutlierShare), AtLeast(FactCatalogue.TailIndex, TailIndex),
                AtMost(FactCatalogue.SpreadRatio, SpreadRatio),
            ],
            Recommend = new("squared"),
            Alternatives = [Huber, PseudoHuber, new("absolute")],
            Because = "Nothing in the data speaks against it: the mean, the simplest and smoothest way.",
            Source = "C. F. Gauss, Theoria combinationis observationum erroribus minimis obnoxiae, 1823",
        },
    ];

    private static double? Different(AdviceCase at) =>
        Math.Round((at.Facts[FactCatalogue.DistinctShare] * at.Facts[FactCatalogue.Rows]) ?? double.NaN) is var count
            && double.IsFinite(count) ? count : null;

    private static string Minimum(AdviceCase at) =>
        at.Facts[FactCatalogue.Minimum] is double minimum ? FactText.Of(minimum, FactUnit.Target) : FactText.Absent;
}
