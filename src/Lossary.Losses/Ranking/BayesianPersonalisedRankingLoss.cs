using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Puts an item that a user chose above one that the user did not: the logistic loss of the two scores' difference.
/// </summary>
/// <remarks>
/// <code>
/// L = ln(1 + e^(−(p − n)))
/// </code>
/// Reference: S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme, "BPR: Bayesian Personalized Ranking from
/// Implicit Feedback", UAI 2009, arXiv:1205.2618.
/// </remarks>
public readonly struct BayesianPersonalisedRankingLoss : IFormulaLoss<BayesianPersonalisedRankingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "bpr",
        Title = "Bayesian personalised ranking",
        Use = "Recommendation from what people chose, with items drawn at random for those they did not.",
        Avoid = "Graded relevances, or many candidates at once. Take ranking-softmax.",
        Reference =
            "S. Rendle et al., BPR: Bayesian Personalized Ranking from Implicit Feedback, 2009, arXiv:1205.2618",
        Aliases = ["bayesian-personalised-ranking"],
        Names = new() { Chinese = "贝叶斯个性化排序损失" },
        Translations =
        [
            new("recbole.model.loss.BPRLoss()", "bpr", "1e-10 is added inside the logarithm"),
            new("lightfm.LightFM(loss=\"bpr\")", "bpr", "negatives are drawn at random, one for each step"),
        ],
        Tasks = LossTask.Ranking,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("positive", "p", InputKind.Real, "…", "the chosen item's score") { IsDifferentiable = true },
        new("negative", "n", InputKind.Real, "…", "the other item's score") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> => TLane.Softplus(x[1] - x[0]);
}
