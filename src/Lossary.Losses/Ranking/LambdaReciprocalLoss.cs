using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>RankNet's pairs, each weighed by what exchanging the two would change of the reciprocal rank.</summary>
/// <remarks>
/// <code>
/// L = Σ over relevant i and other j of |Δ| ln(1 + e^(−σ(sᵢ − sⱼ)))     for each query
/// </code>
/// The change Δ is held constant in the gradient, and jumps where the order changes. A relevance above 0 is relevant. A
/// list of one item, or without a relevant one, weighs nothing. Quadratic in time in a query's items, linear in memory.
/// Reference: P. Donmez, K. M. Svore, C. J. C. Burges, On the Local Optimality of LambdaRank, 2009,
/// doi:10.1145/1571941.1572021.
/// </remarks>
/// <param name="sigma">How steep the logistic curve is; positive.</param>
public readonly struct LambdaReciprocalLoss(double sigma) : IGraphLoss<LambdaReciprocalLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SigmaCard = new(
        "sigma", @"\sigma", 1, Domain.Positive, "how steep the logistic curve is");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lambda-mrr",
        Title = "LambdaMART for the reciprocal rank",
        Use = "Search for one right answer, judged by the mean reciprocal rank.",
        Avoid = "Several answers are right and all count: take lambda-map.",
        Reference = "P. Donmez, K. M. Svore, C. J. C. Burges, On the Local Optimality of LambdaRank, 2009, "
            + "doi:10.1145/1571941.1572021",
        Latex = @"\sum_{y_i > 0,\, y_j = 0} |\Delta \mathrm{RR}| \ln \left(1 + e^{-\sigma (s_i - s_j)}\right)",
        Names = new() { Chinese = "LambdaMRR 损失" },
        Tasks = LossTask.Ranking,
        Parameters = [SigmaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>How steep the logistic curve is.</summary>
    public Parameter Sigma { get; } = SigmaCard.Bind(sigma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { SecondOrder = SecondOrder.Held, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, new BinaryLambdaFormula(Sigma.Value, isReciprocal: true));
}
