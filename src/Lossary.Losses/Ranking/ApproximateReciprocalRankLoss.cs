using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>1 − the mean reciprocal rank of the relevant items, with smooth ranks.</summary>
/// <remarks>
/// <code>
/// L = 1 − Σᵢ yᵢ / rᵢ / Σᵢ yᵢ,  rᵢ = 1 + Σ over j ≠ i of σ((sⱼ − sᵢ)/τ)     for each query
/// </code>
/// A list of one item, or without a relevant one, weighs nothing. Reference: T. Qin, T.-Y. Liu, H. Li, "A General
/// Approximation Framework for Direct Optimization of Information Retrieval Measures", Information Retrieval 13 (2010),
/// doi:10.1007/s10791-009-9124-x.
/// </remarks>
/// <param name="temperature">How soft a comparison of two scores is, in units of score; positive.</param>
public readonly struct ApproximateReciprocalRankLoss(double temperature)
    : IGraphLoss<ApproximateReciprocalRankLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "approx-mrr",
        Title = "approximate reciprocal rank",
        Use = "Ranking with one right answer for each query: question answering, navigation.",
        Avoid = "Graded relevance: only the first places count. Take approx-ndcg.",
        Reference = "T. Qin, T.-Y. Liu, H. Li, A General Approximation Framework for Direct Optimization of "
            + "Information Retrieval Measures, 2010, doi:10.1007/s10791-009-9124-x",
        Latex = @"1 - \frac{1}{\sum_i y_i} \sum_i \frac{y_i}{r_i}, "
            + @"\quad r_i = 1 + \sum_{j \ne i} \sigma\left(\frac{s_j - s_i}{\tau}\right)",
        Names = new() { Chinese = "近似倒数排名损失" },
        Translations =
        [
            new(
                "tensorflow_ranking.keras.losses.ApproxMRRLoss(temperature=0.1)",
                "approx-mrr:temperature={temperature}",
                "−MRR there; a list in each row, with a mask for the padding") { Offset = "-1" },
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
        RankingInputs.Terms(tape, inputs, new ApproximateRankFormula(Temperature, isReciprocal: true));
}
