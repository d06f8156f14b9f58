using System.Globalization;
using System.Text;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Planted truths whose right loss follows from what users state, which no data tells.</summary>
internal static class PlantedNeeds
{
    private const string Patrini =
        "G. Patrini et al., Making Deep Neural Networks Robust to Label Noise, 2017, arXiv:1609.03683";

    /// <summary>To take a larch for another is dear, whatever for a larch cheap.</summary>
    private const string Costs =
        "true,beech,oak,pine,birch,larch\nbeech,0,1,1,1,1\noak,1,0,1,1,1\npine,1,1,0,1,1\nbirch,1,1,1,0,1\n"
        + "larch,20,20,20,20,0\n";

    private const string Flips =
        "true,beech,oak,pine,birch\nbeech,1,0,0,0\noak,0.35,0.65,0,0\npine,0,0,0.65,0.35\nbirch,0,0,0,1\n";

    public static IReadOnlyList<PlantedTruth> All { get; } =
    [
        Levels, Survival, FullScale, Relevance, HiddenErrors, Measurements, StatedFlips, KnownFlips, ClassCosts,
    ];

    private static PlantedTruth Levels => new((x, random) =>
        Text(20 + (5 * (x.Signal + (0.5 * RealFunctions.Exp(0.6 * x.X2) * random.NextNormal())))))
    {
        Name = "quantile-levels",
        Title =
            "normal noise whose standard deviation grows elevenfold along a feature, of which two quantiles are wanted",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 2000,
        Needs = new() { Quantiles = [0.1, 0.9] },
        Flags = "--quantiles 0.1,0.9",
        Recommended = ["quantile"],
        Metric = "quantile-score",
        Candidates = ["quantile", "squared", "absolute", "huber:delta=0.5"],
        Winners = ["quantile"],
        HasGap = true,
        Reason = "The distance of the quantiles grows with the spread; a centre and the quantiles of its errors are "
            + "equally far apart everywhere.",
        Source = "R. Koenker, G. Bassett, Regression Quantiles, 1978, doi:10.2307/1913643",
    };

    private static PlantedTruth Survival => new(TimeOrLook)
    {
        Name = "censored-times",
        Title = "exponential times, of which looks that end early for reasons of their own leave half unknown",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 4000,
        Needs = new() { IsCensored = true, EventColumn = "seen" },
        Flags = "--censored seen",
        Recommended = ["cox"],
        Metric = "concordance",
        Candidates = ["cox", "weibull-aft", "squared", "absolute"],
        Winners = ["cox", "weibull-aft"],
        HasGap = true,
        Reason = "Hazards are proportional, and times Weibull. Who takes bounds for times learns when looks end.",
        Source = "D. R. Cox, Regression Models and Life-Tables, 1972, doi:10.1111/j.2517-6161.1972.tb00899.x",
    };

    private static PlantedTruth FullScale => new((x, random) =>
        Text(Math.Min(50 + (10 * (x.Signal + (0.6 * random.NextNormal()))), 55)))
    {
        Name = "full-scale",
        Title = "a gauge with normal noise whose scale ends where a third of the readings would be beyond",
        Task = TaskKind.Regression,
        Rows = 600,
        ComparisonRows = 2000,
        Needs = new() { IsCensored = true },
        Flags = "--censored",
        Recommended = ["tobit"],
        Metric = "mae",
        Candidates = ["squared", "tobit", "log-cosh"],
        Winners = ["tobit"],
        HasGap = false,
        Reason = "The censored normal likelihood is the one that was planted. Squares are drawn down by readings at "
            + "the end; how much of that the absolute error of what is read shows, theory does not say.",
        Source = "J. Tobin, Estimation of Relationships for Limited Dependent Variables, 1958, doi:10.2307/1907382",
    };

    private static PlantedTruth Relevance => new(GradeInQuery)
    {
        Name = "graded-queries",
        Title = "grades from 0 to 4 within a hundred queries, some of which are easier than others",
        Task = TaskKind.Regression,
        Rows = 1000,
        ComparisonRows = 2500,
        Needs = new() { QueryColumn = "query" },
        Flags = "--query query",
        Recommended = ["lambdarank"],
        Metric = "ndcg:at=10",
        Candidates = ["lambdarank", "listnet", "ranknet", "squared"],
        Winners = ["lambdarank", "listnet", "ranknet"],
        HasGap = false,
        Reason = "How easy a query is has no part in the order of its rows, which losses of pairs and lists leave out; "
            + "grades that are predicted well order well too, so a gap is not promised.",
        Source = "C. J. C. Burges, From RankNet to LambdaRank to LambdaMART, 2010",
    };

    private static PlantedTruth HiddenErrors => new((x, random) =>
        Text(50 + (10 * (x.Signal + (0.4 * (random.NextNormal() + (random.NextDouble() < 0.25 ? 5 : 0)))))))
    {
        Name = "hidden-errors",
        Title = "a quarter of the targets is too high by five standard deviations of the noise, which is too little to "
            + "stand out",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 4000,
        Needs = new() { IsNoisy = true, NoiseShare = 0.25 },
        Flags = "--noise 0.25",
        Recommended = ["cauchy", "barron", "tukey", "welsch", "geman-mcclure"],
        Metric = "median-absolute-error",
        Candidates = ["squared", "absolute", "huber:delta=0.2", "cauchy:c=0.3"],
        Winners = ["absolute", "huber:delta=0.2", "cauchy:c=0.3"],
        HasGap = true,
        Reason = "The mean moves by 1.25 standard deviations, the median by 0.43; losses that let large errors go "
            + "follow neither. Targets that test are as wrong, but their median error, 0.97 standard deviations for "
            + "the truth, is 1.06 for the median and 1.67 for the mean.",
        Source = "P. J. Huber, E. M. Ronchetti, Robust Statistics, 2009, sections 4.8 and 7.8",
    };

    private static PlantedTruth Measurements => new(MeanOfSeveral)
    {
        Name = "weighted-means",
        Title = "means of one to nine measurements with normal noise, weighted by how many",
        Task = TaskKind.Regression,
        Rows = 800,
        ComparisonRows = 2000,
        Weights = "measurements",
        Flags = "--weights measurements",
        Recommended = ["squared"],
        Metric = "rmse",
        Candidates = ["squared", "absolute", "cauchy:c=0.3"],
        Winners = ["squared"],
        HasGap = false,
        Reason = "Weights of the inverse variance make squares the likelihood. The others are estimates of the same "
            + "centre, with less of the efficiency.",
        Source = "A. C. Aitken, On Least Squares and Linear Combination of Observations, 1936, "
            + "doi:10.1017/S0370164600014346",
    };

    private static PlantedTruth StatedFlips => new((x, random) => PlantedClasses.WithFlips(x, random, 0.3))
    {
        Name = "stated-flips",
        Title = "four classes, of whose labels 30 in a hundred are wrong, which is known",
        Task = TaskKind.MultiClass,
        Rows = 1000,
        ComparisonRows = 1500,
        Needs = new() { IsNoisy = true, NoiseShare = 0.3 },
        Flags = "--noise 0.3",
        Recommended = ["generalised-cross-entropy"],
        Metric = "accuracy",
        Candidates = ["cross-entropy", "poly-1", "forward-correction", "generalised-cross-entropy"],
        Winners = ["forward-correction", "generalised-cross-entropy"],
        HasGap = false,
        Reason = "Even flips leave the likeliest class what it is, so every calibrated loss is right in the limit; "
            + "bounded and corrected ones learn fewer wrong labels by heart.",
        Source = "Z. Zhang, M. Sabuncu, Generalized Cross Entropy Loss, 2018, arXiv:1805.07836; " + Patrini,
    };

    private static PlantedTruth KnownFlips => new((x, random) => PlantedClasses.WithPairFlips(x, random, 0.35))
    {
        Name = "known-flips",
        Title = "four classes: of a hundred oaks 35 are labelled as beeches, of a hundred pines 35 as birches",
        Task = TaskKind.MultiClass,
        Rows = 1000,
        ComparisonRows = 1500,
        Needs = new() { IsNoisy = true, Flips = ClassTable.ReadShares(Stream(Flips), "flips.csv") },
        Flags = "--noise FILE, with the file\n" + Flips,
        Recommended = ["forward-correction"],
        Metric = "accuracy",
        Candidates = ["cross-entropy", "forward-correction", "generalised-cross-entropy"],
        Winners = ["forward-correction", "generalised-cross-entropy"],
        HasGap = false,
        Reason = "Probabilities that are mixed by the rates are those of the labels, so the likelihood is that of the "
            + "true classes. Labels that test are as wrong, so a gap is not promised.",
        Source = Patrini,
    };

    private static PlantedTruth ClassCosts => new(PlantedClasses.Blended)
    {
        Name = "class-costs",
        Title =
            "five classes that overlap; to take the rarest for another costs twenty times as much as other mistakes",
        Task = TaskKind.MultiClass,
        Rows = 1500,
        ComparisonRows = 3000,
        Needs = new() { ClassCosts = ClassTable.ReadCosts(Stream(Costs), "costs.csv") },
        Flags = "--costs FILE, with the file\n" + Costs,
        Recommended = ["cross-entropy"],
        Metric = "class-cost",
        Candidates = ["cross-entropy", "multi-class-brier", "multi-margin", "cross-entropy+class-balanced:beta=0.5"],
        Winners = ["cross-entropy", "multi-class-brier"],
        HasGap = true,
        Reason = "Probabilities give the cheapest class under any costs; scores that are none give the likeliest only, "
            + "and even weights of classes are not those of the costs.",
        Source = "C. Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001",
    };

    /// <summary>Times depend on one signal, looks on the other.</summary>
    private static string TimeOrLook(PlantedFeatures x, RandomStream random)
    {
        double time = 100 * RealFunctions.Exp(1.2 * x.Signal) * random.NextExponential();
        double look = 70 * RealFunctions.Exp(3 * x.Other);
        return $"{(time <= look ? 1 : 0)},{Text(Math.Min(time, look) + 0.001)}";
    }

    private static string GradeInQuery(PlantedFeatures x, RandomStream random)
    {
        int query = random.NextInt(100);
        double ease = 1.5 * Math.Sin(query * 7.0);
        double grade = Math.Round(2 + (1.2 * x.Signal) + ease + (0.7 * random.NextNormal()));
        return string.Create(CultureInfo.InvariantCulture, $"q{query},{Math.Clamp(grade, 0, 4)}");
    }

    private static string MeanOfSeveral(PlantedFeatures x, RandomStream random)
    {
        int measurements = 1 + random.NextInt(9);
        return $"{measurements},{Text(10 + (3 * (x.Signal + (0.8 * random.NextNormal() / Math.Sqrt(measurements)))))}";
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Text(double value) => value.ToString("G7", CultureInfo.InvariantCulture);
}
