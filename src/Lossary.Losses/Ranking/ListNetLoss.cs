using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy between the softmax of the relevances and that of the scores: who comes first in the list.
/// </summary>
/// <remarks>
/// <code>
/// L = −Σᵢ softmax(y)ᵢ ln softmax(s)ᵢ     for each query
/// </code>
/// A list of one item, or without a relevant one, weighs nothing. Reference: Z. Cao, T. Qin, T.-Y. Liu, M.-F. Tsai, H.
/// Li, "Learning to Rank: From Pairwise Approach to Listwise Approach", ICML 2007, doi:10.1145/1273496.1273513.
/// </remarks>
public readonly struct ListNetLoss : IGraphLoss<ListNetLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "listnet",
        Title = "ListNet",
        Use = "Ranking of long lists in linear time, with graded relevance as a soft target.",
        Avoid = "Mostly irrelevant lists: those items keep a share of the target. Take ranking-softmax.",
        Reference = "Z. Cao et al., Learning to Rank: From Pairwise Approach to Listwise Approach, 2007, "
            + "doi:10.1145/1273496.1273513",
        Latex = @"-\sum_i \mathrm{softmax}(y)_i \ln \mathrm{softmax}(s)_i",
        Names = new() { Chinese = "ListNet 损失" },
        Translations =
        [
            new("allrank.models.losses.listNet()", "listnet", "a list in each row, with a mask for the padding"),
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
        RankingInputs.Terms(tape, inputs, new SoftmaxFormula<SoftmaxOfRelevance>(default));
}
