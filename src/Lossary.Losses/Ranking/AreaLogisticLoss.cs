using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The mean over all pairs of a positive and a negative of the logistic loss of their scores' difference.
/// </summary>
/// <remarks>
/// <code>
/// L = mean over pairs of ln(1 + e^(−(p − q)))
/// </code>
/// A batch of one class only costs 0, with a gradient of 0. There is one term for the batch. Quadratic in time, linear
/// in memory. Reference: L. Yan, R. Dodier, M. C. Mozer, R. Wolniewicz, "Optimizing Classifier Performance via an
/// Approximation to the Wilcoxon-Mann-Whitney Statistic", ICML 2003; W. Gao, Z.-H. Zhou, "On the Consistency of AUC
/// Pairwise Optimization", IJCAI 2015, arXiv:1208.0645.
/// </remarks>
public readonly struct AreaLogisticLoss : IGraphLoss<AreaLogisticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "auc-logistic",
        Title = "logistic AUC",
        Use = "Rare positives, judged by the area under the ROC curve.",
        Avoid = "Probabilities, of which it only learns the order. Take binary-cross-entropy.",
        Reference = "W. Gao, Z.-H. Zhou, On the Consistency of AUC Pairwise Optimization, 2015, "
            + "arXiv:1208.0645",
        Latex = @"\frac{1}{n_+ n_-} \sum_{i \in P, j \in N} \ln \left(1 + e^{-(s_i - s_j)}\right)",
        Names = new() { Chinese = "逻辑 AUC 损失" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AreaInputs.Cards;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"];
        int[] starts = GroupRuns.Even(tape, int.Min(1, scores.Shape.Length), scores.Shape.Length);
        return GroupOperation.Compute(
            tape, new PairFormula<LogisticPair>(new LogisticPair(1), averages: true), starts, scores, inputs["label"]);
    }
}
