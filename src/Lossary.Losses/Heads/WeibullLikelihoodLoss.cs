using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The negative log-likelihood of a Weibull distribution whose scale and shape are predicted.</summary>
/// <remarks>
/// <code>
/// L = ln t − k − u + e^u     with u = eᵏ (ln t − s)
/// </code>
/// Reference: W. Weibull, A Statistical Distribution Function of Wide Applicability, 1951, doi:10.1115/1.4010337.
/// </remarks>
public readonly struct WeibullLikelihoodLoss : IFormulaLoss<WeibullLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "weibull-likelihood",
        Title = "Weibull likelihood",
        Use = "Lifetimes that age or mature; uncensored ones.",
        Avoid = "Some lifetimes are censored: a survival loss takes these.",
        Reference = "W. Weibull, A Statistical Distribution Function of Wide Applicability, 1951, "
            + "doi:10.1115/1.4010337",
        Names = new() { Chinese = "威布尔负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.WeibullLikelihood()",
                "weibull-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("log-shape", "k", InputKind.Real, "…", "the logarithm of the predicted shape") { IsDifferentiable = true },
        new("target", "t", InputKind.Positive, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane log = TLane.Log(x[2]);
        TLane u = TLane.Exp(x[1]) * (log - x[0]);
        return log - x[1] - u + TLane.Exp(u);
    }
}
