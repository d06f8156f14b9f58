using Lossary.Data;
using static Lossary.Studies.Condition;
using static Lossary.Studies.ThresholdCatalogue;

namespace Lossary.Studies;

/// <summary>What needs and data decide of two classes.</summary>
internal static class BinaryRules
{
    private static readonly TaskKind[] Binary = [TaskKind.Binary];
    private static readonly Recipe CrossEntropy = new("binary-cross-entropy");
    private static readonly Recipe Weighted = new("weighted-binary-cross-entropy", Estimates.BalancingWeight);

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "calibrated",
            Tasks = Binary,
            When = [Any(Statements.Calibrated, MetricGoal.In("log-loss", "brier", "ece"))],
            Recommend = CrossEntropy,
            Alternatives = [new("brier")],
            Avoids =
            [
                new("binary-focal", "its optimum is not the probability: it is under-confident"),
                new("weighted-binary-cross-entropy", "weights shift every probability"),
            ],
            Note = "Check the reliability diagram of compare; temperature scaling mends what training leaves.",
            Because = "Strictly proper: only the true probabilities make it least.",
            Source = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
                + "doi:10.1198/016214506000001437",
            IsFinal = true,
        },
        new()
        {
            Id = "costs-of-classes",
            Tasks = Binary,
            When = [Statements.Costs],
            Recommend = new("cost-sensitive", Estimates.MissCost, Estimates.AlarmCost),
            Alternatives = [CrossEntropy],
            Note = "Unweighted cross entropy decides alike at the threshold OVER / (UNDER + OVER), keeps its "
                + "probabilities, and need not be trained again where costs change.",
            Because = "Each kind of mistake weighs what it costs, so that a score of 0 is the border of the cheaper "
                + "decision.",
            Source = "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001",
            IsFinal = true,
        },
        new()
        {
            Id = "known-flips-of-two",
            Tasks = Binary,
            When = [Statements.Flips],
            Recommend = new("forward-correction"),
            Alternatives = [new("backward-correction"), new("generalised-cross-entropy"), CrossEntropy],
            Avoids = [new("exponential", "a wrong label far inside the other class outweighs all others")],
            Note = Statements.WrongTests,
            Because = "Which class is taken for which is known, and probabilities that are mixed by these rates before "
                + "they meet the labels are those of the true classes.",
            Source = "G. Patrini et al., Making Deep Neural Networks Robust to Label Noise, 2017, arXiv:1609.03683; "
                + "N. Natarajan et al., Learning with Noisy Labels, 2013",
        },
        new()
        {
            Id = "wrong-labels",
            Tasks = Binary,
            When = [Any(Statements.LooksMislabelled, Statements.Noise)],
            Recommend = new("generalised-cross-entropy"),
            Alternatives =
                [new("symmetric-cross-entropy"), new("forward-correction"), new("brier"), new("sigmoid-margin")],
            Avoids =
            [
                new("exponential", "a wrong label far inside the other class outweighs all others"),
                new("binary-focal", "it looks hardest at the rows that are wrong"),
                new("weighted-binary-cross-entropy", "it multiplies the wrong labels of the rare class"),
            ],
            Because = "A wrong label costs at most 1/q here, where cross entropy lets it cost without bound.",
            Source = "Z. Zhang, M. R. Sabuncu, Generalized Cross Entropy Loss, 2018, arXiv:1805.07836",
        },
        new()
        {
            Id = "ranking",
            Tasks = Binary,
            When = [MetricGoal.In("roc-auc", "pr-auc")],
            Recommend = CrossEntropy,
            Alternatives = [new("squared-hinge"), new("brier")],
            Ideal = Ideals.PositivesAbove,
            Because = "Any order of rows is right that follows the probability, and cross entropy finds that.",
            Source = "S. Agarwal, Surrogate Regret Bounds for Bipartite Ranking via Strongly Proper Losses, 2014, "
                + "arXiv:1207.0268",
        },
        new()
        {
            Id = "very-rare-class",
            Tasks = Binary,
            When = [Below(FactCatalogue.SmallestShare, VeryRareClass)],
            Recommend = new("binary-focal"),
            Alternatives = [new("binary-focal", Estimates.FocalAlpha), CrossEntropy, Weighted],
            Avoids = [new("accuracy as the metric", "always saying no is right in more than 99 of 100 rows")],
            Note = "Focal loss is under-confident: recalibrate before its outputs are read as probabilities.",
            Because = "Hundreds of easy rows for each rare one would make up most of the gradient; focal loss lets "
                + "them fade.",
            Source = "T.-Y. Lin et al., Focal Loss for Dense Object Detection, 2017, arXiv:1708.02002",
        },
        new()
        {
            Id = "rare-class",
            Tasks = Binary,
            When =
            [
                Below(FactCatalogue.SmallestShare, RareClass),
                MetricGoal.In("f1", "f1-macro", "recall", "balanced-accuracy", "jaccard", "matthews", "cohen-kappa"),
            ],
            Recommend = Weighted,
            Alternatives = [CrossEntropy, new("binary-focal")],
            Avoids = [new("accuracy as the metric", "always saying no is right most of the time")],
            Note = "Weights shift the probabilities; unweighted cross entropy with a tuned threshold is the "
                + "alternative that keeps them.",
            Because = "The metric asks for the rare class, which unweighted training gives up at the threshold of "
                + "one half.",
            Source = "G. King, L. Zeng, Logistic Regression in Rare Events Data, 2001, "
                + "doi:10.1093/oxfordjournals.pan.a004868",
        },
        new()
        {
            Id = "margin",
            Tasks = Binary,
            When = [MetricGoal.In("hinge")],
            Recommend = new("squared-hinge"),
            Alternatives = [new("hinge"), new("smoothed-hinge")],
            Because = "The metric asks for a margin, not for a probability.",
            Source = "C. Cortes, V. Vapnik, Support-Vector Networks, 1995, doi:10.1007/BF00994018",
        },
        new()
        {
            Id = "binary",
            Tasks = Binary,
            When = [],
            Shows =
            [
                AtLeast(FactCatalogue.SmallestShare, RareClass),
                AtMost(FactCatalogue.ConfidentErrors, ThresholdCatalogue.ConfidentErrors),
            ],
            Recommend = CrossEntropy,
            Alternatives = [new("brier"), new("squared-hinge"), new("generalised-cross-entropy")],
            Because = "Nothing in the data speaks against it: true probabilities, a convex way to them.",
            Source = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
                + "doi:10.1198/016214506000001437",
        },
    ];
}
