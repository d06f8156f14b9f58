using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Puts the more relevant of any two items of a query first: the logistic loss of their scores' difference.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over pairs with yᵢ &gt; yⱼ of ln(1 + e^(−σ(sᵢ − sⱼ)))     for each query
/// </code>
/// A query without such a pair weighs nothing. Quadratic in time in a query's items, linear in memory. Reference: C.
/// Burges et al., "Learning to Rank using Gradient Descent", ICML 2005, doi:10.1145/1102351.1102363.
/// </remarks>
/// <param name="sigma">How steep the logistic curve is; positive.</param>
public readonly struct RankNetLoss(double sigma) : IGraphLoss<RankNetLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ranknet",
        Title = "RankNet",
        Use =
            "Ranking by graded relevance: every pair in the wrong order counts alike, wherever it stands in the list.",
        Avoid = "Lists of which only the top is seen: an error at the bottom counts as much. Take lambdarank.",
        Reference = "C. Burges et al., Learning to Rank using Gradient Descent, 2005, doi:10.1145/1102351.1102363",
        Latex = @"\sum_{y_i > y_j} \ln \left(1 + e^{-\sigma (s_i - s_j)}\right)",
        Aliases = ["pairwise-logistic", "pair-logit"],
        Names = new() { XgBoost = "rank:pairwise", Chinese = "RankNet 损失（成对逻辑损失）" },
        Translations =
        [
            new(
                "xgboost.XGBRanker(objective=\"rank:pairwise\")",
                "ranknet",
                "pairs are sampled, and each is weighed; groups of queries go with the data set there"),
            new(
                "catboost.CatBoostRanker(loss_function=\"PairLogit\")",
                "ranknet",
                "a mean over the pairs; groups of queries go with the data set there"),
            new(
                "tensorflow_ranking.keras.losses.PairwiseLogisticLoss(temperature=1.0)",
                "ranknet:sigma={1/temperature}",
                "a list in each row, with a mask for the padding"),
            new(
                "allrank.models.losses.rankNet()",
                "ranknet",
                "a list in each row, with a mask for the padding; a mean over the pairs"),
        ],
        Tasks = LossTask.Ranking,
        Parameters = [RankingInputs.Steepness],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>How steep the logistic curve is.</summary>
    public double Sigma { get; } = RankingInputs.Steepness.Bind(sigma).Value;

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
        RankingInputs.Terms(tape, inputs, new PairFormula<LogisticPair>(new LogisticPair(Sigma)));
}
