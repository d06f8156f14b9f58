using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of an exponential distribution whose mean is predicted by its logarithm.
/// </summary>
/// <remarks>
/// <code>
/// L = z + t e^(−z)     with z the logarithm of the mean
/// </code>
/// Reference: B. Epstein, M. Sobel, Life Testing, 1953, doi:10.1080/01621459.1953.10483488.
/// </remarks>
public readonly struct ExponentialLikelihoodLoss : IFormulaLoss<ExponentialLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "exponential-likelihood",
        Title = "exponential likelihood",
        Use = "Waiting times that do not age.",
        Avoid = "Times age, or are censored: weibull-likelihood, or a survival loss.",
        Reference = "B. Epstein, M. Sobel, Life Testing, 1953, doi:10.1080/01621459.1953.10483488",
        Names = new() { Chinese = "指数分布负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.ExponentialLikelihood()",
                "exponential-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted; its number is "
                    + "the rate, 1 over the mean"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-mean", "z", InputKind.Real, "…", "the logarithm of the predicted mean") { IsDifferentiable = true },
        new("target", "t", InputKind.NonNegative, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        x[0] + Stable.TimesExp(x[1], -x[0]);
}
