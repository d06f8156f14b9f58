using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared AUC loss without its pull on means that are further apart than the margin.</summary>
/// <remarks>
/// <code>
/// L = Var p + Var q + max(0, m − (mean p − mean q))²
/// </code>
/// A batch of one class only costs 0, with a gradient of 0. There is one term for the batch. The paper trains the two
/// means and a dual variable along; for one batch their best values are these. Reference: Z. Yuan, Y. Yan, M. Sonka, T.
/// Yang, "Large-Scale Robust Deep AUC Maximization: A New Surrogate Loss and Empirical Studies on Medical Image
/// Classification", ICCV 2021, arXiv:2012.03173.
/// </remarks>
/// <param name="margin">By how much the mean positive is to be above the mean negative.</param>
public readonly struct AreaMinMaxLoss(double margin) : IGraphLoss<AreaMinMaxLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.Positive, "by how much the mean positive is to be above the mean negative");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "auc-min-max",
        Title = "AUC min-max margin",
        Use = "Rare positives judged by the area under the ROC curve, with probabilities as scores.",
        Avoid = "Batches with a positive or two. Take auc-logistic.",
        Reference = "Z. Yuan, Y. Yan, M. Sonka, T. Yang, Large-Scale Robust Deep AUC Maximization, 2021, "
            + "arXiv:2012.03173",
        Latex = @"\mathrm{Var}\, p + \mathrm{Var}\, q + \max(0, m - (\bar p - \bar q))^2",
        Aliases = ["auc-m"],
        Names = new() { Chinese = "AUC 极小极大间隔损失" },
        Tasks = LossTask.None,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AreaInputs.Cards;

    /// <summary>By how much the mean positive is to be above the mean negative.</summary>
    public double Margin { get; } = MarginCard.Bind(margin).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = 1,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"];
        int[] starts = GroupRuns.Even(tape, int.Min(1, scores.Shape.Length), scores.Shape.Length);
        return GroupOperation.Compute(tape, new AreaFormula(Margin, isCut: true), starts, scores, inputs["label"]);
    }
}
