using System.Globalization;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Planted truths whose target is a quantity.</summary>
internal static class PlantedNumbers
{
    private static readonly string[] Bounded =
        ["absolute", "huber", "pseudo-huber", "smooth-l1", "log-cosh", "cauchy", "geman-mcclure", "welsch", "tukey",
        "barron"];

    public static IReadOnlyList<PlantedTruth> All { get; } =
    [
        AsymmetricCost, Claims, Multiplicative, RelativeErrors, Proportions, Contamination, HeavyTails, UnequalSpread,
        NormalNoise,
    ];

    private static PlantedTruth AsymmetricCost => new(
        (x, random) => Text(120 + (30 * (x.Signal + (0.6 * random.NextNormal())))))
    {
        Name = "asymmetric-cost",
        Title = "a demand with normal noise, where a unit short costs four times a unit left over",
        Task = TaskKind.Regression,
        Rows = 600,
        ComparisonRows = 2000,
        Needs = new() { Costs = new ErrorCosts(under: 4, over: 1) },
        Flags = "--costs 4,1",
        Recommended = ["quantile"],
        Metric = "pinball:level=0.8",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "quantile:level=0.8"],
        Winners = ["quantile:level=0.8"],
        HasGap = true,
        Reason = "The expected cost 4 (y − q)₊ + (q − y)₊ is least at the quantile of level 4 / (4 + 1); mean and "
            + "median lie far below.",
        Source = "R. Koenker, G. Bassett, Regression Quantiles, 1978, doi:10.2307/1913643",
    };

    private static PlantedTruth Claims => new(
        (x, random) => Text(random.NextTweedie(300 * RealFunctions.Exp(0.8 * x.Signal), 1.5, 80)))
    {
        Name = "claims",
        Title = "what a customer's claims come to in a year: two in three have none, the rest gamma sums",
        Task = TaskKind.Regression,
        Rows = 1500,
        ComparisonRows = 2000,
        Recommended = ["tweedie"],
        Metric = "tweedie-deviance:power=1.5",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "tweedie:power=1.5"],
        Winners = ["tweedie:power=1.5", "squared"],
        HasGap = true,
        Reason = "A Poisson number of gamma amounts is a Tweedie variable of power between 1 and 2. Squares elicit the "
            + "mean too, so only medians are promised to be left behind: in most rows they are 0.",
        Source = "B. Jørgensen, M. C. P. de Souza, Fitting Tweedie's Compound Poisson Model to Insurance Claims Data, "
            + "1994, doi:10.1080/03461238.1994.10413930",
    };

    private static PlantedTruth Multiplicative => new(
        (x, random) => Text(100 * RealFunctions.Exp(0.7 * x.Signal) * random.NextExponential()))
    {
        Name = "multiplicative-noise",
        Title = "durations, exponential about their mean: the spread is the mean itself",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 3000,
        Recommended = ["gamma"],
        Metric = "gamma-deviance",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "log-normal", "gamma"],
        Winners = ["gamma", "squared"],
        HasGap = true,
        Reason = "With a constant coefficient of variation, the gamma likelihood is the mean's efficient estimate. "
            + "Squares elicit the mean too; the median is 0.69 of it, e to the mean logarithm 0.56.",
        Source = "P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989, chapter 8",
    };

    private static PlantedTruth RelativeErrors => new(
        (x, random) => Text(1000 * RealFunctions.Exp((1.6 * x.Signal) + (0.6 * random.NextNormal()))))
    {
        Name = "relative-errors",
        Title = "log-normal amounts over four powers of ten",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 2000,
        Recommended = ["log-normal", "gamma"],
        Metric = "msle",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "gamma", "log-normal"],
        Winners = ["log-normal", "gamma"],
        HasGap = true,
        Reason = "Errors are normal on the scale of logarithms, so squares of those are the likelihood; gamma weighs "
            + "relative errors too. On the own scale a few large rows decide, and predictions below 0 have no "
            + "logarithm.",
        Source = "J. Aitchison, J. A. C. Brown, The Lognormal Distribution, 1957",
    };

    private static PlantedTruth Proportions => new(
        (x, random) => Text(random.NextBeta(RealFunctions.Sigmoid(x.Signal), 8)))
    {
        Name = "proportions",
        Title = "shares between 0 and 1 with beta noise (precision 8)",
        Task = TaskKind.Regression,
        Rows = 600,
        ComparisonRows = 1500,
        Recommended = ["binary-cross-entropy"],
        Metric = "rmse",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "cauchy:c=0.5", "binary-cross-entropy"],
        Winners = ["squared", "binary-cross-entropy"],
        HasGap = false,
        Reason = "Cross entropy with shares as targets elicits the mean through a link that keeps to (0, 1); squares "
            + "elicit it too, so a gap is not promised.",
        Source = "L. E. Papke, J. M. Wooldridge, Econometric Methods for Fractional Response Variables, 1996",
    };

    private static PlantedTruth Contamination => new(WithGrossErrors)
    {
        Name = "contamination",
        Title = "one target in seven is a gross error, 10 to 30 standard deviations too high",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 1000,
        Recommended = ["barron", "tukey", "welsch", "geman-mcclure", "cauchy"],
        Metric = "median-absolute-error",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "cauchy:c=0.5", "tukey:c=2", "welsch:c=1"],
        Winners = ["absolute", "huber:delta=0.5", "cauchy:c=0.5", "tukey:c=2", "welsch:c=1"],
        HasGap = true,
        Reason = "The mean moves by three standard deviations. Redescending losses forget gross errors; convex ones "
            + "of bounded slope keep a bias of a fifth of one, which the median error hardly shows.",
        Source = "P. J. Huber, E. M. Ronchetti, Robust Statistics, 2009, sections 4.8 and 7.8",
    };

    private static PlantedTruth HeavyTails => new(
        (x, random) => Text(20 + (5 * (x.Signal + (0.5 * random.NextStudentT(1.3))))))
    {
        Name = "heavy-tails",
        Title = "Student's t noise with 1.3 degrees of freedom, as file sizes and fire losses have: a mean, but no "
            + "variance",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 3000,
        Recommended = Bounded,
        Metric = "mae",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "cauchy:c=0.5"],
        Winners = ["absolute", "huber:delta=0.5", "cauchy:c=0.5"],
        HasGap = true,
        Reason = "Squares follow single rows, as their error has no variance; bounded slopes have an asymptotic "
            + "variance. The noise is symmetric, so all aim at the same centre.",
        Source = "P. J. Huber, Robust Estimation of a Location Parameter, 1964, doi:10.1214/aoms/1177703732",
    };

    private static PlantedTruth UnequalSpread => new(
        (x, random) => Text(20 + (5 * (x.Signal + (0.5 * RealFunctions.Exp(0.6 * x.X2) * random.NextNormal())))))
    {
        Name = "unequal-spread",
        Title = "normal noise whose standard deviation grows elevenfold along a feature",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 2000,
        Recommended = [.. Bounded, "quantile"],
        Metric = "mae",
        Candidates = ["squared", "absolute", "huber:delta=0.5", "log-cosh", "cauchy:c=0.5"],
        Winners = ["absolute", "huber:delta=0.5", "log-cosh", "cauchy:c=0.5"],
        HasGap = false,
        Reason = "The mixture of spreads has heavy tails, so bounded slopes are the more efficient estimates of the "
            + "centre at which all aim; how much that brings a network that stops early, theory does not say.",
        Source = "A. C. Aitken, On Least Squares and Linear Combination of Observations, 1936, "
            + "doi:10.1017/S0370164600014346",
    };

    private static PlantedTruth NormalNoise => new(
        (x, random) => Text(10 + (3 * (x.Signal + (0.5 * random.NextNormal())))))
    {
        Name = "normal-noise",
        Title = "a control: normal noise of equal spread",
        Task = TaskKind.Regression,
        Rows = 600,
        ComparisonRows = 1500,
        Recommended = ["squared"],
        Metric = "rmse",
        Candidates = ["squared", "huber:delta=1", "log-cosh", "squared-epsilon-insensitive:epsilon=0.1"],
        Winners = ["squared", "huber:delta=1", "log-cosh", "squared-epsilon-insensitive:epsilon=0.1"],
        HasGap = false,
        Reason = "Squares are the likelihood, and the others are squares within two standard deviations of the noise: "
            + "they estimate the same mean with at least 0.96 of the efficiency.",
        Source = "P. J. Huber, Robust Estimation of a Location Parameter, 1964, doi:10.1214/aoms/1177703732",
    };

    private static string WithGrossErrors(PlantedFeatures x, RandomStream random)
    {
        double noise = random.NextNormal(), gross = random.NextDouble(), size = 10 + (20 * random.NextDouble());
        return Text(50 + (10 * (x.Signal + (0.4 * (noise + (gross < 1.0 / 7 ? size : 0))))));
    }

    private static string Text(double value) => value.ToString("G7", CultureInfo.InvariantCulture);
}
