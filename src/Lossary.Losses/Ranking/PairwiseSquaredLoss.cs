using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Makes differences of scores those of relevances, whatever the scores' level.</summary>
/// <remarks>
/// <code>
/// L = Σ over pairs with yᵢ &gt; yⱼ of ((sᵢ − sⱼ) − (yᵢ − yⱼ))²     for each query
/// </code>
/// A query without such a pair weighs nothing. Reference: R. Pasumarthi et al., "TF-Ranking: Scalable TensorFlow
/// Library for Learning-to-Rank", KDD 2019, arXiv:1812.00073.
/// </remarks>
public readonly struct PairwiseSquaredLoss : IGraphLoss<PairwiseSquaredLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pairwise-squared",
        Title = "pairwise squared error",
        Use = "Ranking where by how much an item is better matters too, but not the level of a query's scores.",
        Avoid = "Relevances that are mere grades: their distances mean nothing. Take ranknet.",
        Reference = "R. Pasumarthi et al., TF-Ranking: Scalable TensorFlow Library for Learning-to-Rank, 2019, "
            + "arXiv:1812.00073",
        Latex = @"\sum_{y_i > y_j} \left((s_i - s_j) - (y_i - y_j)\right)^2",
        Aliases = ["pairwise-mse"],
        Names = new() { Chinese = "成对平方误差" },
        Translations =
        [
            new(
                "tensorflow_ranking.keras.losses.PairwiseMSELoss()",
                "pairwise-squared",
                "a list in each row, with a mask for the padding; each pair counts in both orders, also where "
                    + "the labels are equal"),
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
        RankingInputs.Terms(tape, inputs, new PairFormula<SquaredPair>(default));
}
