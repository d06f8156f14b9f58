using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>RankNet's pairs, each weighed by what exchanging the two would change of average precision.</summary>
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
public readonly struct LambdaMapLoss(double sigma) : IGraphLoss<LambdaMapLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SigmaCard = new(
        "sigma", @"\sigma", 1, Domain.Positive, "how steep the logistic curve is");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lambda-map",
        Title = "LambdaMART for average precision",
        Use = "Ranking with binary relevance, judged by mean average precision.",
        Avoid = "Relevance has grades: take lambdarank.",
        Reference = "P. Donmez, K. M. Svore, C. J. C. Burges, On the Local Optimality of LambdaRank, 2009, "
            + "doi:10.1145/1571941.1572021",
        Latex = @"\sum_{y_i > 0,\, y_j = 0} |\Delta \mathrm{AP}| \ln \left(1 + e^{-\sigma (s_i - s_j)}\right)",
        Names = new() { Chinese = "LambdaMAP 损失" },
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
        RankingInputs.Terms(tape, inputs, new BinaryLambdaFormula(Sigma.Value, isReciprocal: false));
}
