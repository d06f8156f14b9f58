using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Puts the more relevant of any two items of a query first by a margin: the ranking support vector machine.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over pairs with yᵢ &gt; yⱼ of max(0, m − (sᵢ − sⱼ))     for each query
/// </code>
/// A query without such a pair weighs nothing. Quadratic in time in a query's items, linear in memory. Reference:
/// T. Joachims, "Optimizing Search Engines using Clickthrough Data", KDD 2002, doi:10.1145/775047.775067.
/// </remarks>
/// <param name="margin">By how much the better score has to be above the other; positive.</param>
public readonly struct PairwiseHingeLoss(double margin) : IGraphLoss<PairwiseHingeLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 1, Domain.Positive, "by how much the better score has to be above the other")
    {
        UnitPower = 1,
    };

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pairwise-hinge",
        Title = "pairwise hinge",
        Use = "Ranking where a pair that is in order by a margin should not pull any more.",
        Avoid = "Lists of which only the top is seen. Take lambdarank.",
        Reference = "T. Joachims, Optimizing Search Engines using Clickthrough Data, 2002, doi:10.1145/775047.775067",
        Latex = @"\sum_{y_i > y_j} \max(0, m - (s_i - s_j))",
        Aliases = ["ranking-svm"],
        Names = new() { Chinese = "成对合页损失" },
        Translations =
        [
            new(
                "tensorflow_ranking.keras.losses.PairwiseHingeLoss()",
                "pairwise-hinge",
                "a list in each row, with a mask for the padding"),
        ],
        Tasks = LossTask.Ranking,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>By how much the better score has to be above the other.</summary>
    public double Margin { get; } = MarginCard.Bind(margin).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, new PairFormula<HingePair>(new HingePair(Margin)));
}
