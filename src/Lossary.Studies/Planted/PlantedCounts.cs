using System.Globalization;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Planted truths whose target is a count.</summary>
internal static class PlantedCounts
{
    private const string Deviance = "poisson-deviance";

    public static IReadOnlyList<PlantedTruth> All { get; } = [Poisson, OverDispersed, ExcessZeros];

    private static PlantedTruth Poisson => new(
        (x, random) => Text(random.NextPoisson(RealFunctions.Exp(1 + (0.6 * x.Signal)))))
    {
        Name = "poisson",
        Title = "counts whose variance is their mean",
        Task = TaskKind.Counts,
        Rows = 800,
        ComparisonRows = 3000,
        Recommended = ["poisson"],
        Metric = Deviance,
        Candidates = ["poisson", "squared", "absolute", "huber:delta=0.5"],
        Winners = ["poisson", "squared"],
        HasGap = true,
        Reason = "The deviance that decides is the likelihood that was planted. Squares elicit the mean too, but "
            + "without a logarithmic link predictions may be negative, and have no deviance.",
        Source = "J. A. Nelder, R. W. M. Wedderburn, Generalized Linear Models, 1972, doi:10.2307/2344614",
    };

    private static PlantedTruth OverDispersed => new(
        (x, random) => Text(random.NextNegativeBinomial(RealFunctions.Exp(1.2 + (0.6 * x.Signal)), 1.5)))
    {
        Name = "over-dispersion",
        Title = "negative binomial counts: variance μ + 1.5 μ²",
        Task = TaskKind.Counts,
        Rows = 1000,
        ComparisonRows = 4000,
        Recommended = ["negative-binomial", "zero-inflated-negative-binomial"],
        Metric = Deviance,
        Candidates = ["poisson", "squared", "absolute", "negative-binomial:alpha=1.5"],
        Winners = ["negative-binomial:alpha=1.5", "poisson", "squared"],
        HasGap = true,
        Reason = "Both estimate the mean through a logarithmic link, the negative binomial with less weight on large "
            + "counts. Squares elicit the mean too, medians lie far below it.",
        Source = "A. C. Cameron, P. K. Trivedi, Regression Analysis of Count Data, 2013, chapter 3",
    };

    private static PlantedTruth ExcessZeros => new(WithExtraZeros)
    {
        Name = "excess-zeros",
        Title = "Poisson counts of which 45 in a hundred never had a chance",
        Task = TaskKind.Counts,
        Rows = 1000,
        ComparisonRows = 6000,
        Recommended = ["zero-inflated-negative-binomial", "zero-inflated-poisson", "hurdle-poisson"],
        Metric = Deviance,
        Candidates = ["poisson", "squared", "absolute", "zero-inflated-poisson"],
        Winners = ["zero-inflated-poisson", "poisson", "squared"],
        HasGap = true,
        Reason = "The zero-inflated likelihood is the one that was planted, and its mean is that of the counts. "
            + "Poisson and squares reach the mean too; the zeros draw the median far below it.",
        Source = "D. Lambert, Zero-Inflated Poisson Regression, 1992, doi:10.2307/1269547",
    };

    private static string WithExtraZeros(PlantedFeatures x, RandomStream random)
    {
        bool never = random.NextDouble() < 0.45;
        int count = random.NextPoisson(RealFunctions.Exp(1.4 + (0.5 * x.Signal)));
        return Text(never ? 0 : count);
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
