using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// RankNet with each pair weighed by how much exchanging the two would change NDCG: the top of a list counts most.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over pairs with yᵢ &gt; yⱼ of |ΔNDCGᵢⱼ| ln(1 + e^(−σ(sᵢ − sⱼ)))     for each query
/// |ΔNDCGᵢⱼ| = (2^yᵢ − 2^yⱼ) |1/log₂(1 + rᵢ) − 1/log₂(1 + rⱼ)| / IDCG
/// </code>
/// Ranks r are those of the scores, 1 for the highest; equal scores are ranked in the order of the rows. The weights
/// are held constant in the gradient. A list of one item, or without a relevant one, weighs nothing. Quadratic in time
/// in a query's items, linear in memory. With <c>top=30,norm=1</c> it is LightGBM's objective. Reference: C. Burges,
/// "From RankNet to LambdaRank to LambdaMART: An Overview", Microsoft Research MSR-TR-2010-82.
/// </remarks>
/// <param name="sigma">How steep the logistic curve is; positive.</param>
/// <param name="top">Pairs of which neither is among so many first places do not count; 0 for all.</param>
/// <param name="norm">
/// 1 for LightGBM's norm, by score differences and list, which makes long lists count less; 0 for none.
/// </param>
public readonly struct LambdaRankLoss(double sigma, double top, double norm)
    : IGraphLoss<LambdaRankLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TopCard = new(
        "top", "k", 0, Domain.NonNegative,
        "pairs of which neither is among so many first places do not count; 0 for all");

    private static readonly ParameterCard NormCard = new(
        "norm", @"\nu", 0, Switch.Domain, "1 divides by score differences and scales each list, as LightGBM does");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lambdarank",
        Title = "LambdaRank",
        Use = "Ranking judged by NDCG: search results, of which the first few are seen.",
        Avoid = "The value itself is watched: the weights follow the scores, so it may rise while NDCG does too.",
        Reference =
            "C. Burges, From RankNet to LambdaRank to LambdaMART: An Overview, Microsoft Research MSR-TR-2010-82, 2010",
        Latex = @"\sum_{y_i > y_j} |\Delta \mathrm{NDCG}_{ij}| \ln \left(1 + e^{-\sigma (s_i - s_j)}\right)",
        Aliases = ["lambdamart"],
        Names = new() { LightGbm = "lambdarank", XgBoost = "rank:ndcg", Chinese = "LambdaRank 损失" },
        Translations =
        [
            new(
                "lightgbm.LGBMRanker(objective=\"lambdarank\", sigmoid=1.0, lambdarank_truncation_level=30, "
                + "lambdarank_norm=True)",
                "lambdarank:sigma={sigmoid},top={lambdarank_truncation_level},norm=1",
                "groups of queries go with the data set there"),
            new(
                "lightgbm.LGBMRanker(objective=\"lambdarank\", sigmoid=1.0, lambdarank_truncation_level=30, "
                + "lambdarank_norm=False)",
                "lambdarank:sigma={sigmoid},top={lambdarank_truncation_level}",
                "groups of queries go with the data set there"),
            new(
                "xgboost.XGBRanker(objective=\"rank:ndcg\")",
                "lambdarank",
                "pairs with the 32 best of each query, and gradients are normalised; groups of queries go with "
                    + "the data set there"),
            new(
                "allrank.models.losses.lambdaLoss(weighing_scheme=\"lambdaRank_scheme\", sigma=1.0)",
                "lambdarank:sigma={sigma}",
                "logarithms to the base of 2; a sum over all lists; probabilities are clamped at 1e-10")
            {
                Scale = "1.4426950408889634",
            },
        ],
        Tasks = LossTask.Ranking,
        Parameters = [RankingInputs.Steepness, TopCard, NormCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>How steep the logistic curve is.</summary>
    public double Sigma { get; } = RankingInputs.Steepness.Bind(sigma).Value;

    /// <summary>How many first places one of a pair has to be among; 0 for all.</summary>
    public double Top { get; } = TopCard.Bind(top).Value;

    /// <summary>Whether LightGBM's norm is applied.</summary>
    public bool IsNormalised { get; } = Switch.Bind(NormCard, norm);

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsCoupled = true,
        SecondOrder = IsNormalised ? SecondOrder.Held : SecondOrder.Exact,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, new LambdaFormula
        {
            Sigma = Sigma,
            Exchange = 1,
            Top = (int)double.Min(Top, int.MaxValue),
            Normalises = IsNormalised,
            Base = 1,
        });
}
