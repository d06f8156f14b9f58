using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − NDCG with smooth ranks: the metric itself, made differentiable.</summary>
/// <remarks>
/// <code>
/// L = 1 − Σᵢ (2^yᵢ − 1) / log₂(1 + rᵢ) / IDCG,  rᵢ = 1 + Σ over j ≠ i of σ((sⱼ − sᵢ)/τ)     for each query
/// </code>
/// A list of one item, or without a relevant one, weighs nothing. Others return −NDCG: the gradient is the same.
/// Quadratic in time in a query's items, linear in memory. Reference: T. Qin, T.-Y. Liu, H. Li, "A General
/// Approximation Framework for Direct Optimization of Information Retrieval Measures", Information Retrieval 13 (2010),
/// doi:10.1007/s10791-009-9124-x.
/// </remarks>
/// <param name="temperature">How soft a comparison of two scores is, in units of score; positive.</param>
public readonly struct ApproximateNdcgLoss(double temperature) : IGraphLoss<ApproximateNdcgLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "approx-ndcg",
        Title = "approximate NDCG",
        Use = "Ranking judged by NDCG, after other training has put the scores about right.",
        Avoid = "The start of training: far from the right order the gradient vanishes. Take ranking-softmax.",
        Reference = "T. Qin, T.-Y. Liu, H. Li, A General Approximation Framework for Direct Optimization of "
            + "Information Retrieval Measures, 2010, doi:10.1007/s10791-009-9124-x",
        Latex = @"1 - \frac{1}{\mathrm{IDCG}} \sum_i \frac{2^{y_i} - 1}{\log_2(1 + r_i)}, "
            + @"\quad r_i = 1 + \sum_{j \ne i} \sigma\left(\frac{s_j - s_i}{\tau}\right)",
        Names = new() { Chinese = "近似 NDCG 损失" },
        Translations =
        [
            new(
                "tensorflow_ranking.keras.losses.ApproxNDCGLoss(temperature=0.1)",
                "approx-ndcg:temperature={temperature}",
                "−NDCG there; a list in each row, with a mask for the padding") { Offset = "-1" },
            new(
                "allrank.models.losses.approxNDCGLoss(alpha=1.0)",
                "approx-ndcg:temperature={1/alpha}",
                "−NDCG there; a list in each row, with a mask for the padding") { Offset = "-1" },
        ],
        Tasks = LossTask.Ranking,
        Parameters = [RankingInputs.Temperature],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>How soft a comparison of two scores is.</summary>
    public double Temperature { get; } = RankingInputs.Temperature.Bind(temperature).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        IsBounded = true,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, new ApproximateRankFormula(Temperature, isReciprocal: false));
}
