using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The mean over all pairs of a positive and a negative of the squared lack of a margin, in linear time.
/// </summary>
/// <remarks>
/// <code>
/// L = mean over pairs of (m − (p − q))² = Var p + Var q + (m − (mean p − mean q))²
/// </code>
/// A batch of one class only costs 0, with a gradient of 0. There is one term for the batch. Reference: W. Gao, R. Jin,
/// S. Zhu, Z.-H. Zhou, "One-Pass AUC Optimization", ICML 2013, arXiv:1305.1363.
/// </remarks>
/// <param name="margin">By how much a positive is to be above a negative.</param>
public readonly struct AreaSquaredLoss(double margin) : IGraphLoss<AreaSquaredLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.Positive, "by how much a positive is to be above a negative");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "auc-squared",
        Title = "squared AUC",
        Use = "Rare positives judged by the area under the ROC curve, in large batches.",
        Avoid = "Scores that are right by far, which it pulls back. Take auc-min-max or auc-logistic.",
        Reference = "W. Gao, R. Jin, S. Zhu, Z.-H. Zhou, One-Pass AUC Optimization, 2013, arXiv:1305.1363",
        Latex = @"\frac{1}{n_+ n_-} \sum_{i \in P, j \in N} \left(m - (s_i - s_j)\right)^2",
        Names = new() { Chinese = "平方 AUC 损失" },
        Tasks = LossTask.None,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AreaInputs.Cards;

    /// <summary>By how much a positive is to be above a negative.</summary>
    public double Margin { get; } = MarginCard.Bind(margin).Value;

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
        return GroupOperation.Compute(tape, new AreaFormula(Margin, isCut: false), starts, scores, inputs["label"]);
    }
}
