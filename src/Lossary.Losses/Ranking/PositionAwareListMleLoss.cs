using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>ListMLE in which each place counts half of the one before: the top of the list decides.</summary>
/// <remarks>
/// <code>
/// L = Σₖ wₖ (ln Σ over j ≥ k of e^(s of π(j)) − s of π(k)),  wₖ = (2^(n − k) − 1) / (2^(n − 1) − 1)     for each query
/// </code>
/// The paper's weights 2^(n − k) − 1 are divided by the first, so that long lists do not overflow. Ties and lists that
/// say nothing are treated as in <see cref="ListMleLoss"/>. Reference: Y. Lan, Y. Zhu, J. Guo, S. Niu, X. Cheng,
/// "Position-Aware ListMLE: A Sequential Learning Process for Ranking", UAI 2014.
/// </remarks>
public readonly struct PositionAwareListMleLoss : IGraphLoss<PositionAwareListMleLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "position-aware-listmle",
        Title = "position-aware ListMLE",
        Use = "Ranking by a known order of which the first places matter most.",
        Avoid = "Lists whose tail matters: after ten places next to nothing is left. Take listmle.",
        Reference = "Y. Lan, Y. Zhu, J. Guo, S. Niu, X. Cheng, Position-Aware ListMLE: A Sequential Learning Process "
            + "for Ranking, UAI 2014",
        Latex = @"\sum_k \frac{2^{n-k} - 1}{2^{n-1} - 1} \left(\ln \sum_{j \ge k} e^{s_{\pi(j)}} - s_{\pi(k)}\right)",
        Aliases = ["p-listmle"],
        Names = new() { Chinese = "位置感知 ListMLE 损失" },
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
        RankingInputs.Terms(tape, inputs, new LikelihoodOfOrderFormula(byPosition: true));
}
