using System.Globalization;
using Lossary.Data;
using static Lossary.Studies.Condition;
using static Lossary.Studies.ThresholdCatalogue;

namespace Lossary.Studies;

/// <summary>What needs and data decide of several classes.</summary>
internal static class MultiClassRules
{
    private static readonly TaskKind[] MultiClass = [TaskKind.MultiClass];
    private static readonly Recipe CrossEntropy = new("cross-entropy");
    private static readonly Recipe Smoothed = new("cross-entropy", Estimate.Fixed("smoothing", 0.1));
    private static readonly Recipe SmoothedByNoise = new("cross-entropy", Estimates.NoiseShare);
    private static readonly Recipe ClassBalanced = new("cross-entropy+class-balanced", Estimates.ClassBalance);
    private static readonly Recipe LogitAdjusted = new("cross-entropy+logit-adjusted", Estimates.FullAdjustment);

    private static readonly Condition IsOrdered =
        Any(Statements.Ordinal, Condition.All(Statements.LooksOrdinal, Statements.NoNoise));

    private static readonly Condition IsSorted = Where(
        "the classes' names sort as their scale does", at => SortAsScale(at.ClassNames), at => Listed(at.ClassNames));

    private static readonly Condition IsUnsorted = Where(
        "the classes' names sort otherwise than their scale",
        at => !SortAsScale(at.ClassNames),
        at => Listed(at.ClassNames));

    private static readonly Condition AsksForEachClass = MetricGoal.NotIn("accuracy", "zero-one");

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "costs-between-classes",
            Tasks = MultiClass,
            When = [Statements.ClassCosts],
            Recommend = CrossEntropy,
            Alternatives = [new("multi-class-brier"), new("expected-cost")],
            Note = "Predict the class with the least Σ probability · cost, as compare does, and not the likeliest. "
                + "Expected cost is trained on the costs themselves: it needs no such step, and gives up the "
                + "probabilities.",
            Because = "True probabilities give the cheapest class under any costs, and need not be learnt again where "
                + "these change.",
            Source = "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001",
            IsFinal = true,
        },
        new()
        {
            Id = "ordered-classes",
            Tasks = MultiClass,
            When = [IsOrdered, IsSorted],
            Recommend = new("ranked-probability"),
            Alternatives = [new("cumulative-link"), new("corn"), new("coral"), CrossEntropy],
            Avoids = [new("squared on the classes' numbers", "it takes the steps of the scale for equally long")],
            Because = "A mistake costs by how far it is off on the scale, and the score is proper: probabilities "
                + "stay probabilities.",
            Source = "E. S. Epstein, A Scoring System for Probability Forecasts of Ranked Categories, 1969, "
                + "doi:10.1175/1520-0450(1969)008<0985:ASSFPF>2.0.CO;2",
        },
        new()
        {
            Id = "ordered-classes-unsorted",
            Tasks = MultiClass,
            When = [IsOrdered, IsUnsorted, Statements.NoNoise],
            Recommend = CrossEntropy,
            Alternatives = [Smoothed],
            Note = "Classes are taken in the order of their names. Number them along their scale (1-low, 2-medium, "
                + "3-high) and the ranked probability score is recommended.",
            Because = "A loss of ordered classes would take the alphabet for the scale; cross entropy ignores any "
                + "order.",
            Source = "E. S. Epstein, A Scoring System for Probability Forecasts of Ranked Categories, 1969, "
                + "doi:10.1175/1520-0450(1969)008<0985:ASSFPF>2.0.CO;2",
        },
        new()
        {
            Id = "calibrated-classes",
            Tasks = MultiClass,
            When = [Any(Statements.Calibrated, MetricGoal.In("log-loss", "brier", "ece"))],
            Recommend = CrossEntropy,
            Alternatives = [new("multi-class-brier")],
            Avoids =
            [
                new("focal", "its optimum is not the probability"),
                new("cross-entropy+class-balanced", "weights shift every probability"),
                new("multi-class squared error on probabilities without softmax", "they need not add to 1"),
            ],
            Because = "Strictly proper: only the true probabilities make it least.",
            Source = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
                + "doi:10.1198/016214506000001437",
            IsFinal = true,
        },
        new()
        {
            Id = "very-many-classes",
            Tasks = MultiClass,
            When = [Above(FactCatalogue.Classes, ManyClasses)],
            Recommend = CrossEntropy,
            Ideal = Ideals.ManyClasses,
            Because = "Logits of all rows and classes at once may not fit into memory.",
            Source = "E. Grave et al., Efficient Softmax Approximation for GPUs, 2017, arXiv:1609.04309",
        },
        new()
        {
            Id = "long-tail",
            Tasks = MultiClass,
            When = [Above(FactCatalogue.ImbalanceRatio, LongTail), AsksForEachClass, Statements.NoNoise],
            Recommend = LogitAdjusted,
            Alternatives = [ClassBalanced, CrossEntropy],
            Avoids = [new("weights by inverse frequency", "a class of three rows would decide whole steps")],
            Note = "Probabilities are those of equally frequent classes; take the shift off the logits to get the "
                + "data's.",
            Because = "Logits shifted by the logarithm of each class's share are consistent for the balanced error, "
                + "weights are not.",
            Source = "A. K. Menon et al., Long-Tail Learning via Logit Adjustment, 2021, arXiv:2007.07314",
        },
        new()
        {
            Id = "imbalance",
            Tasks = MultiClass,
            When = [Above(FactCatalogue.ImbalanceRatio, Imbalance), AsksForEachClass, Statements.NoNoise],
            Recommend = ClassBalanced,
            Alternatives = [LogitAdjusted, CrossEntropy, new("focal")],
            Avoids = [new("weights by inverse frequency", "the rarest class makes training unstable")],
            Note = "Weights shift the probabilities; for accuracy over all rows plain cross entropy is the one to "
                + "beat.",
            Because = "Rows of a class count by what they add to those that are there already.",
            Source = "Y. Cui et al., Class-Balanced Loss Based on Effective Number of Samples, 2019, arXiv:1901.05555",
        },
        new()
        {
            Id = "known-flips",
            Tasks = MultiClass,
            When = [Statements.Flips],
            Recommend = new("forward-correction"),
            Alternatives = [new("backward-correction"), new("generalised-cross-entropy"), CrossEntropy],
            Avoids = [new("focal", "it looks hardest at the rows that are wrong")],
            Note = Statements.WrongTests,
            Because = "Which class is taken for which is known, and probabilities that are mixed by these rates before "
                + "they meet the labels are those of the true classes.",
            Source = "G. Patrini et al., Making Deep Neural Networks Robust to Label Noise, 2017, arXiv:1609.03683",
        },
        new()
        {
            Id = "known-wrong-labels",
            Tasks = MultiClass,
            When = [Statements.NoiseShare],
            Recommend = new("generalised-cross-entropy"),
            Alternatives =
                [new("forward-correction"), new("symmetric-cross-entropy"), SmoothedByNoise, CrossEntropy],
            Avoids =
            [
                new("focal", "it looks hardest at the rows that are wrong"),
                new("cross-entropy+class-balanced", "it multiplies the wrong labels of rare classes"),
            ],
            Note = "Forward correction takes the share as spread evenly over the other classes; a file with a share "
                + "for each pair (--noise FILE.csv) is better.",
            Because = "A wrong label costs at most 1/q here; where it is known which class is taken for which, forward "
                + "correction is consistent.",
            Source = "G. Patrini et al., Making Deep Neural Networks Robust to Label Noise, 2017, arXiv:1609.03683; M. "
                + "Lukasik et al., Does Label Smoothing Mitigate Label Noise?, 2020, arXiv:2003.02819",
        },
        new()
        {
            Id = "wrong-class-labels",
            Tasks = MultiClass,
            When = [Any(Statements.LooksMislabelled, Statements.Noise)],
            Recommend = new("generalised-cross-entropy"),
            Alternatives = [new("symmetric-cross-entropy"), Smoothed, CrossEntropy],
            Avoids =
            [
                new("focal", "it looks hardest at the rows that are wrong"),
                new("cross-entropy+class-balanced", "it multiplies the wrong labels of rare classes"),
            ],
            Because = "A wrong label costs at most 1/q here, where cross entropy lets it cost without bound.",
            Source = "Z. Zhang, M. R. Sabuncu, Generalized Cross Entropy Loss, 2018, arXiv:1805.07836",
        },
        new()
        {
            Id = "multi-class",
            Tasks = MultiClass,
            When = [],
            Shows =
            [
                AtMost(FactCatalogue.ImbalanceRatio, Imbalance),
                AtMost(FactCatalogue.ConfidentErrors, ThresholdCatalogue.ConfidentErrors),
            ],
            Recommend = CrossEntropy,
            Alternatives = [Smoothed, new("poly-1"), new("multi-class-brier")],
            Avoids = [new("squared on probabilities", "its gradient dies where a prediction is confident and wrong")],
            Because = "Nothing in the data speaks against it: true probabilities, a convex way to them.",
            Source = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
                + "doi:10.1198/016214506000001437",
        },
    ];

    /// <summary>
    /// Whether every name begins with a number larger than the one before, or all are single letters.
    /// </summary>
    private static bool SortAsScale(IReadOnlyList<string> names)
    {
        double[] numbers = [.. names.Select(LeadingNumber)];
        return numbers.All(double.IsFinite)
            ? numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second)
            : names.Count > 1 && names.All(name => name.Length == 1 && char.IsAsciiLetter(name[0]))
                && names[^1][0] - names[0][0] == names.Count - 1;
    }

    private static double LeadingNumber(string name)
    {
        int end = 0;
        while (end < name.Length && (char.IsAsciiDigit(name[end]) || name[end] is '.' || (end == 0 && name[0] is '-')))
        {
            end++;
        }

        return double.TryParse(name[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : double.NaN;
    }

    private static string Listed(IReadOnlyList<string> names)
    {
        const int Shown = 6;
        return string.Join(", ", names.Take(Shown)) + (names.Count > Shown ? ", …" : "");
    }
}
