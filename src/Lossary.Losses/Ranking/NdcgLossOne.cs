using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The first bound of NDCG in the LambdaLoss framework: each pair weighs what its better item earns where it stands.
/// </summary>
/// <remarks>
/// <code>
/// L = Σ over pairs with yᵢ &gt; yⱼ of Gᵢ/Dᵢ log₂(1 + e^(−σ(sᵢ − sⱼ)))     for each query
/// </code>
/// Ranks and weights are as in <see cref="LambdaRankLoss"/>, constants in the gradient. Reference: X. Wang, C. Li,
/// N. Golbandi, M. Bendersky, M. Najork, "The LambdaLoss Framework for Ranking Metric Optimization", CIKM 2018,
/// doi:10.1145/3269206.3271784.
/// </remarks>
/// <param name="sigma">How steep the logistic curve is; positive.</param>
public readonly struct NdcgLossOne(double sigma) : IGraphLoss<NdcgLossOne>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ndcg-loss-1",
        Title = "NDCG-Loss1",
        Use = "Comparison with the LambdaLoss paper: the simplest of its bounds of NDCG.",
        Avoid = "Anything but that comparison: its bound is loose. Take lambda-loss.",
        Reference = "X. Wang et al., The LambdaLoss Framework for Ranking Metric Optimization, 2018, "
            + "doi:10.1145/3269206.3271784",
        Latex = @"\sum_{y_i > y_j} \frac{G_i}{D_i} \log_2 \left(1 + e^{-\sigma (s_i - s_j)}\right)",
        Names = new() { Chinese = "NDCG 损失一" },
        Tasks = LossTask.Ranking,
        Parameters = [RankingInputs.Steepness],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RankingInputs.Cards;

    /// <summary>How steep the logistic curve is.</summary>
    public double Sigma { get; } = RankingInputs.Steepness.Bind(sigma).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        RankingInputs.Terms(tape, inputs, new LambdaFormula { Sigma = Sigma, Alone = 1, Base = Math.Log(2) });
}
