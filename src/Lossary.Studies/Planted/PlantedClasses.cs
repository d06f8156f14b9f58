using System.Globalization;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Planted truths whose target is one of several classes.</summary>
/// <remarks>
/// Classes are directions in the plane of the two signals: the nearest is the likeliest, the more so the larger the
/// sharpness, and intercepts make classes rare.
/// </remarks>
internal static class PlantedClasses
{
    private const double Clean = 20;
    private const double Blurred = 3;

    private static readonly string[] Names = ["beech", "oak", "pine", "birch", "larch"];

    public static IReadOnlyList<PlantedTruth> All { get; } =
        [CleanClasses, Imbalanced, LongTail, Flips(10), Flips(20), Flips(30), Flips(40), Ordinal];

    private static PlantedTruth CleanClasses => new((x, random) => Names[ClassOf(x, random, 4, Clean, 0)])
    {
        Name = "classes",
        Title = "a control: four classes of like size, four rows in a hundred on the wrong side of a border",
        Task = TaskKind.MultiClass,
        Rows = 1000,
        ComparisonRows = 1500,
        Recommended = ["cross-entropy"],
        Metric = "accuracy",
        Candidates = ["cross-entropy", "cross-entropy:smoothing=0.05", "focal", "poly-1"],
        Winners = ["cross-entropy", "cross-entropy:smoothing=0.05", "focal", "poly-1"],
        HasGap = false,
        Reason = "All are least where the likeliest class has the largest score, so all decide alike.",
        Source = "A. Tewari, P. L. Bartlett, On the Consistency of Multiclass Classification Methods, JMLR 8 (2007) "
            + "1007–1025",
    };

    private static PlantedTruth Imbalanced => new((x, random) => Names[ClassOf(x, random, 5, Blurred, 1.5)])
    {
        Name = "imbalanced-classes",
        Title = "five classes, of which the largest has 23 times the rows of the smallest",
        Task = TaskKind.MultiClass,
        Rows = 1500,
        ComparisonRows = 10_000,
        Needs = new() { Metric = MetricCatalogue.Find("balanced-accuracy") },
        Recommended = ["cross-entropy+class-balanced", "cross-entropy+logit-adjusted"],
        Metric = "balanced-accuracy",
        Candidates = ["cross-entropy", "focal", "cross-entropy+class-balanced", "cross-entropy+logit-adjusted"],
        Winners = ["cross-entropy+class-balanced", "cross-entropy+logit-adjusted"],
        HasGap = true,
        Reason = "Balanced accuracy counts each class alike, so its best decision weighs probabilities by 1 / class "
            + "share; weights or shifted logits do that, plain losses do not.",
        Source = "A. K. Menon et al., Long-tail Learning via Logit Adjustment, 2021, arXiv:2007.07314",
    };

    private static PlantedTruth LongTail => new((x, random) => Names[ClassOf(x, random, 5, Blurred, 2.2)])
    {
        Name = "long-tail",
        Title = "five classes, of which the largest has some 160 times the rows of the smallest",
        Task = TaskKind.MultiClass,
        Rows = 4000,
        ComparisonRows = 12_000,
        Needs = new() { Metric = MetricCatalogue.Find("balanced-accuracy") },
        Recommended = ["cross-entropy+logit-adjusted"],
        Metric = "balanced-accuracy",
        Candidates = ["cross-entropy", "focal", "cross-entropy+class-balanced", "cross-entropy+logit-adjusted"],
        Winners = ["cross-entropy+class-balanced", "cross-entropy+logit-adjusted"],
        HasGap = true,
        Reason = "As for imbalanced classes; where a class has a dozen rows, shifted logits stay consistent and need "
            + "no huge weights.",
        Source = "A. K. Menon et al., Long-tail Learning via Logit Adjustment, 2021, arXiv:2007.07314",
    };

    private static PlantedTruth Ordinal => new(Grade)
    {
        Name = "ordinal",
        Title = "grades from 1 to 5: steps of a scale that hides behind them, with logistic noise",
        Task = TaskKind.MultiClass,
        Rows = 1000,
        ComparisonRows = 1500,
        Needs = new() { IsOrdinal = true },
        Recommended = ["ranked-probability"],
        Metric = "rps",
        Candidates = ["cross-entropy", "focal", "ranked-probability"],
        Winners = ["ranked-probability"],
        HasGap = false,
        Reason = "A mistake by one grade is less than one by four, and the score that decides says so; cross entropy "
            + "is proper as well, so a gap is not promised.",
        Source = "E. S. Epstein, A Scoring System for Probability Forecasts of Ranked Categories, 1969",
    };

    /// <summary>Zhang and Sabuncu's and Ghosh's uniform noise: a share of the labels is any other class.</summary>
    private static PlantedTruth Flips(int percent) => new((x, random) => WithFlips(x, random, percent / 100.0))
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"label-flips-{percent}"),
        Title = string.Create(
            CultureInfo.InvariantCulture, $"four classes, of whose labels {percent} in a hundred are wrong"),
        Task = TaskKind.MultiClass,
        Rows = 1000,
        ComparisonRows = 1500,
        Recommended = ["generalised-cross-entropy", "symmetric-cross-entropy"],
        Metric = "accuracy",
        Candidates = ["cross-entropy", "poly-1", "symmetric-cross-entropy", "generalised-cross-entropy"],
        Winners = ["symmetric-cross-entropy", "generalised-cross-entropy"],
        HasGap = false,
        Reason = "Uniform flips leave the likeliest class what it is, so every calibrated loss is right in the limit; "
            + "bounded ones learn fewer wrong labels by heart. Trainings that stop early hardly do, so a gap is not "
            + "promised.",
        Source = "Z. Zhang, M. Sabuncu, Generalized Cross Entropy Loss, 2018, arXiv:1805.07836; A. Ghosh et al., "
            + "2017, arXiv:1712.09482",
    };

    private static string Grade(PlantedFeatures x, RandomStream random)
    {
        double uniform = random.NextDouble();
        double hidden = (2.5 * x.Signal) + RealFunctions.Log(uniform) - RealFunctions.Log1P(-uniform);
        double[] steps = [-3, -1, 1, 3];
        return (1 + steps.Count(step => hidden > step)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>One of four classes, of which a share is any other.</summary>
    public static string WithFlips(PlantedFeatures x, RandomStream random, double share)
    {
        int truth = ClassOf(x, random, 4, Clean, 0), step = 1 + random.NextInt(3);
        bool isFlipped = random.NextDouble() < share;
        return Names[isFlipped ? (truth + step) % 4 : truth];
    }

    /// <summary>
    /// One of four classes; a share of the second is named as the first, and as much of the third as the fourth.
    /// </summary>
    public static string WithPairFlips(PlantedFeatures x, RandomStream random, double share)
    {
        int truth = ClassOf(x, random, 4, Clean, 0);
        bool isFlipped = random.NextDouble() < share;
        return Names[(truth, isFlipped) switch { (1, true) => 0, (2, true) => 3, _ => truth }];
    }

    /// <summary>One of five classes that overlap, the later the rarer.</summary>
    public static string Blended(PlantedFeatures x, RandomStream random) => Names[ClassOf(x, random, 5, Blurred, 0.7)];

    /// <summary>A class with probability proportional to exp(sharpness · signals · direction − step · class).</summary>
    private static int ClassOf(PlantedFeatures x, RandomStream random, int classes, double sharpness, double step)
    {
        double[] scores = new double[classes];
        for (int k = 0; k < classes; k++)
        {
            (double sin, double cos) = Math.SinCos((2 * Math.PI * k / classes) + 0.4);
            scores[k] = (sharpness * ((x.Signal * cos) + (x.Other * sin))) - (step * k);
        }

        double largest = scores.Max(),
            left = random.NextDouble() * scores.Sum(score => RealFunctions.Exp(score - largest));
        int chosen = 0;
        for (; chosen < classes - 1; chosen++)
        {
            left -= RealFunctions.Exp(scores[chosen] - largest);
            if (left < 0)
            {
                break;
            }
        }

        return chosen;
    }
}
