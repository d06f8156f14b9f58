using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Planted truths whose target is one of two classes.</summary>
internal static class PlantedPairs
{
    private const string BartlettEtAl =
        "P. L. Bartlett, M. I. Jordan, J. D. McAuliffe, Convexity, Classification, and Risk Bounds, 2006, "
        + "doi:10.1198/016214505000000907";

    private static readonly string[] Proper = ["binary-cross-entropy", "binary-focal", "brier", "logistic"];

    public static IReadOnlyList<PlantedTruth> All { get; } = [CleanPair, Imbalance, RareClass, FlippedPair];

    private static PlantedTruth CleanPair => new((x, random) => YesWith(8 * x.Signal, random))
    {
        Name = "two-classes",
        Title = "a control: two classes of like size, few rows on the wrong side of the border",
        Task = TaskKind.Binary,
        Rows = 800,
        ComparisonRows = 1500,
        Recommended = ["binary-cross-entropy"],
        Metric = "roc-auc",
        Candidates = Proper,
        Winners = Proper,
        HasGap = false,
        Reason = "Each is least at an increasing function of the true probability, so all rank alike.",
        Source = BartlettEtAl,
    };

    private static PlantedTruth Imbalance => new((x, random) => YesWith((2 * x.Signal) - 4, random))
    {
        Name = "imbalance",
        Title = "two classes, the positive one in 7 of 100 rows",
        Task = TaskKind.Binary,
        Rows = 1500,
        ComparisonRows = 2000,
        Needs = new() { Metric = MetricCatalogue.Find("balanced-accuracy") },
        Recommended = ["weighted-binary-cross-entropy", "binary-cross-entropy+class-balanced",
            "binary-cross-entropy+logit-adjusted"],
        Metric = "balanced-accuracy",
        Candidates =
        [
            "binary-cross-entropy", "binary-focal", "hinge", "weighted-binary-cross-entropy:positive-weight=13",
            "binary-cross-entropy+class-balanced",
        ],
        Winners = ["weighted-binary-cross-entropy:positive-weight=13", "binary-cross-entropy+class-balanced"],
        HasGap = true,
        Reason = "Balanced accuracy makes a missed positive cost what 13 false alarms do; its best decision is where "
            + "the probability passes the positives' share, which weights move to one half.",
        Source = "C. Elkan, The Foundations of Cost-Sensitive Learning, IJCAI 2001",
    };

    private static PlantedTruth RareClass => new((x, random) => YesWith((2 * x.Signal) - 7, random))
    {
        Name = "rare-class",
        Title = "two classes, the positive one in 6 of 1000 rows",
        Task = TaskKind.Binary,
        Rows = 5000,
        ComparisonRows = 5000,
        Recommended = ["binary-focal", "weighted-binary-cross-entropy"],
        Metric = "pr-auc",
        Candidates = ["binary-cross-entropy", "squared-hinge", "binary-focal:alpha=0.25",
            "weighted-binary-cross-entropy:positive-weight=100"],
        Winners =
            ["binary-cross-entropy", "binary-focal:alpha=0.25", "weighted-binary-cross-entropy:positive-weight=100"],
        HasGap = false,
        Reason = "Focal loss lets easy negatives go. Each is least at an increasing function of the true probability, "
            + "so a gap in ranking is not promised.",
        Source = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, arXiv:1708.02002; " + BartlettEtAl,
    };

    private static PlantedTruth FlippedPair => new(WithFlips)
    {
        Name = "flipped-pairs",
        Title = "two classes, of whose labels one in five is wrong",
        Task = TaskKind.Binary,
        Rows = 1000,
        ComparisonRows = 1500,
        Recommended =
        [
            "generalised-cross-entropy", "symmetric-cross-entropy", "savage", "sigmoid-margin", "modified-huber",
                "brier",
        ],
        Metric = "accuracy",
        Candidates = ["binary-cross-entropy", "exponential", "sigmoid-margin", "generalised-cross-entropy",
            "symmetric-cross-entropy"],
        Winners = ["sigmoid-margin", "generalised-cross-entropy", "symmetric-cross-entropy"],
        HasGap = false,
        Reason = "Losses whose sum over both labels is constant are least at the same scores with flips as without; "
            + "others are right in the limit only.",
        Source = "A. Ghosh, N. Manwani, P. S. Sastry, Making Risk Minimization Tolerant to Label Noise, 2015, "
            + "doi:10.1016/j.neucom.2014.09.081",
    };

    private static string WithFlips(PlantedFeatures x, RandomStream random)
    {
        string truth = YesWith(20 * x.Signal, random);
        return random.NextDouble() < 0.2 ? (truth == "yes" ? "no" : "yes") : truth;
    }

    private static string YesWith(double logit, RandomStream random) =>
        random.NextDouble() < RealFunctions.Sigmoid(logit) ? "yes" : "no";
}
