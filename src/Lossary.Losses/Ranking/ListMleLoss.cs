using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The likelihood of the whole order by relevance, drawn place by place with the softmax of what is left.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ (ln Σ over j ≥ k of e^(s of π(j)) − s of π(k))     for each query, π by falling relevance
/// </code>
/// Items of one relevance stand in the order of their rows: shuffle the rows from step to step. A list of one item, or
/// without a relevant one, weighs nothing. Reference: F. Xia, T.-Y. Liu, J. Wang, W. Zhang, H. Li, "Listwise Approach
/// to Learning to Rank: Theory and Algorithm", ICML 2008, doi:10.1145/1390156.1390306.
/// </remarks>
public readonly struct ListMleLoss : IGraphLoss<ListMleLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "listmle",
        Title = "ListMLE",
        Use = "Ranking where the whole order is known: preferences, finishing orders.",
        Avoid = "Graded relevance with many ties, whose order it would learn. Take ranking-softmax.",
        Reference = "F. Xia et al., Listwise Approach to Learning to Rank: Theory and Algorithm, 2008, "
            + "doi:10.1145/1390156.1390306",
        Latex = @"\sum_k \left(\ln \sum_{j \ge k} e^{s_{\pi(j)}} - s_{\pi(k)}\right)",
        Aliases = ["plackett-luce"],
        Names = new() { Chinese = "ListMLE 损失" },
        Translations =
        [
            new(
                "tensorflow_ranking.keras.losses.ListMLELoss()",
                "listmle",
                "a list in each row, with a mask for the padding"),
            new(
                "allrank.models.losses.listMLE()",
                "listmle",
                "a list in each row, with a mask for the padding; ties are shuffled"),
        ],
        Tasks = LossTask.Ranking,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, new LikelihoodOfOrderFormula(byPosition: false));
}
