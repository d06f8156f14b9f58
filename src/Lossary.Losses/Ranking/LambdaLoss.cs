using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A bound of NDCG that is optimised as by an EM procedure: NDCG-Loss2++, with NDCG-Loss2 and LambdaRank as its ends.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over pairs with yᵢ &gt; yⱼ of (ρᵢⱼ + μ δᵢⱼ) |Gᵢ − Gⱼ| log₂(1 + e^(−σ(sᵢ − sⱼ)))     for each query
/// G = (2^y − 1) / IDCG,  ρᵢⱼ = |1/Dᵢ − 1/Dⱼ|,  δᵢⱼ = 1/D of |rᵢ − rⱼ| − 1/D of |rᵢ − rⱼ| + 1,  D of r = log₂(1 + r)
/// </code>
/// Ranks and weights are as in <see cref="LambdaRankLoss"/>, constants in the gradient. <c>exchange=0,mu=1</c> is
/// NDCG-Loss2. Nothing is clamped before the logarithm, so a pair in the wrong order by far pulls too. Reference: X.
/// Wang, C. Li, N. Golbandi, M. Bendersky, M. Najork, "The LambdaLoss Framework for Ranking Metric Optimization", CIKM
/// 2018, doi:10.1145/3269206.3271784.
/// </remarks>
/// <param name="sigma">How steep the logistic curve is; positive.</param>
/// <param name="mu">What δ counts: 10 as in the paper's best.</param>
/// <param name="exchange">What ρ counts; 1, or 0 for NDCG-Loss2.</param>
/// <param name="top">Pairs of which neither is among so many first places do not count; 0 for all.</param>
public readonly struct LambdaLoss(double sigma, double mu, double exchange, double top)
    : IGraphLoss<LambdaLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MuCard = new(
        "mu", @"\mu", 10, Domain.NonNegative, "what the weight by the distance of two ranks counts");

    private static readonly ParameterCard ExchangeCard = new(
        "exchange", @"\eta", 1, Domain.NonNegative,
        "what the weight by an exchange of two ranks counts; 0 for NDCG-Loss2");

    private static readonly ParameterCard TopCard = new(
        "top", "k", 0, Domain.NonNegative,
        "pairs of which neither is among so many first places do not count; 0 for all");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lambda-loss",
        Title = "LambdaLoss",
        Use = "Ranking judged by NDCG, with a loss that bounds it: often a little better than lambdarank.",
        Avoid = "Very long lists, as every pair is looked at. Take ranking-softmax.",
        Reference = "X. Wang et al., The LambdaLoss Framework for Ranking Metric Optimization, 2018, "
            + "doi:10.1145/3269206.3271784",
        Latex = @"\sum_{y_i > y_j} (\eta \rho_{ij} + \mu \delta_{ij}) |G_i - G_j| \log_2 \left(1 + e^{-\sigma (s_i - "
            + @"s_j)}\right)",
        Aliases = ["ndcg-loss-2++"],
        Names = new() { Chinese = "LambdaLoss 损失" },
        Translations =
        [
            new(
                "allrank.models.losses.lambdaLoss(weighing_scheme=\"ndcgLoss2PP_scheme\", sigma=1.0, mu=10.0)",
                "lambda-loss:sigma={sigma},mu={mu}",
                "a sum over all lists; probabilities are clamped at 1e-10"),
        ],
        Tasks = LossTask.Ranking,
        Parameters = [RankingInputs.Steepness, MuCard, ExchangeCard, TopCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>How steep the logistic curve is.</summary>
    public double Sigma { get; } = RankingInputs.Steepness.Bind(sigma).Value;

    /// <summary>What the weight by the distance of two ranks counts.</summary>
    public double Mu { get; } = MuCard.Bind(mu).Value;

    /// <summary>What the weight by an exchange of two ranks counts.</summary>
    public double Exchange { get; } = ExchangeCard.Bind(exchange).Value;

    /// <summary>How many first places one of a pair has to be among; 0 for all.</summary>
    public double Top { get; } = TopCard.Bind(top).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, new LambdaFormula
        {
            Sigma = Sigma,
            Exchange = Exchange,
            Distance = Mu,
            Top = (int)double.Min(Top, int.MaxValue),
            Base = Math.Log(2),
        });
}
