using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy of the softmax over a query's items, each relevant one weighed by its relevance.</summary>
/// <remarks>
/// <code>
/// L = −Σᵢ yᵢ ln softmax(s)ᵢ     for each query
/// </code>
/// A list of one item, or without a relevant one, weighs nothing. Reference: S. Bruch, X. Wang, M. Bendersky, M.
/// Najork, "An Analysis of the Softmax Cross Entropy Loss for Learning-to-Rank with Binary Relevance", ICTIR 2019,
/// doi:10.1145/3341981.3344221.
/// </remarks>
public readonly struct RankingSoftmaxLoss : IGraphLoss<RankingSoftmaxLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ranking-softmax",
        Title = "softmax over a query's items",
        Use = "Ranking by clicks or few relevant items, in linear time: the plain first choice.",
        Avoid = "Several relevant items whose scores have to differ by a known gap. Take pairwise-squared.",
        Reference = "S. Bruch et al., An Analysis of the Softmax Cross Entropy Loss for Learning-to-Rank with Binary "
            + "Relevance, 2019, doi:10.1145/3341981.3344221",
        Latex = @"-\sum_i y_i \ln \mathrm{softmax}(s)_i",
        Aliases = ["query-softmax", "listwise-softmax"],
        Names = new() { Chinese = "列表式 softmax 交叉熵" },
        Translations =
        [
            new(
                "optax.losses.ranking_softmax_loss()",
                "ranking-softmax",
                "a list in each row, with a mask for the padding"),
            new(
                "catboost.CatBoostRanker(loss_function=\"QuerySoftMax\")",
                "ranking-softmax",
                "targets are divided by their sum; groups of queries go with the data set there"),
            new(
                "tensorflow_ranking.keras.losses.SoftmaxLoss()",
                "ranking-softmax",
                "a list in each row, with a mask for the padding"),
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
        RankingInputs.Terms(tape, inputs, new SoftmaxFormula<RelevanceItself>(default));
}
