using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy to a target of gains, less some noise: a convex bound of NDCG in linear time.</summary>
/// <remarks>
/// <code>
/// L = −Σᵢ ρᵢ ln softmax(s)ᵢ,  ρᵢ = (2^yᵢ − uᵢ) / Σⱼ (2^yⱼ − uⱼ)     for each query
/// </code>
/// The noise u, uniform in 0 … 1 and drawn anew for each step, is an input, so that whoever calls decides on its seed;
/// left out, it is 0. A list of one item, or without a relevant one, weighs nothing. Reference: S. Bruch, "An
/// Alternative Cross Entropy Loss for Learning-to-Rank", WWW 2021, arXiv:1911.09798.
/// </remarks>
public readonly struct CrossEntropyNdcgLoss : IGraphLoss<CrossEntropyNdcgLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "xe-ndcg",
        Title = "cross entropy for NDCG",
        Use = "Ranking judged by NDCG, of lists too long for pairs.",
        Avoid = "A repeatable value without a seeded noise of your own. Take ranking-softmax.",
        Reference = "S. Bruch, An Alternative Cross Entropy Loss for Learning-to-Rank, 2021, arXiv:1911.09798",
        Latex =
            @"-\sum_i \rho_i \ln \mathrm{softmax}(s)_i, \quad \rho_i = \frac{2^{y_i} - u_i}{\sum_j (2^{y_j} - u_j)}",
        Aliases = ["rank-xendcg"],
        Names = new() { LightGbm = "rank_xendcg", Chinese = "NDCG 交叉熵损失" },
        Translations =
        [
            new(
                "lightgbm.LGBMRanker(objective=\"rank_xendcg\")",
                "xe-ndcg",
                "its random numbers, and a gradient of third order; groups of queries go with the data set there"),
        ],
        Tasks = LossTask.Ranking,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. RankingInputs.Cards,
        new("noise", "u", InputKind.Probability, "n", "uniform noise, drawn anew for each step") { IsOptional = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        IsCoupled = true,
    };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> scores = inputs["score"], relevances = inputs["relevance"];
        int[] starts = GroupRuns.Of(tape, inputs, "query", scores.Shape.Length);
        SoftmaxFormula<NoisyGain> formula = new(new NoisyGain(inputs.Find("noise") is not null));
        return inputs.Find("noise") is { } noise
            ? GroupOperation.Compute(tape, formula, starts, scores, relevances, noise)
            : GroupOperation.Compute(tape, formula, starts, scores, relevances);
    }
}
