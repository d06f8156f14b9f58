using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a negative binomial distribution whose mean and dispersion are both predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = ln t! − ln(Γ(t + r) / Γ(r)) + (t + r) ln(1 + α m) − t ln(α m)
/// with m = e^z, α = e^a, r = 1/α: the variance is m + α m²
/// </code>
/// Where α is small, ln Γ(t + r) − ln Γ(r) is a series, and the loss that of Poisson. Reference: J. M. Hilbe, Negative
/// Binomial Regression, 2011, doi:10.1017/CBO9780511973420.
/// </remarks>
public readonly struct NegativeBinomialLikelihoodLoss : IFormulaLoss<NegativeBinomialLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "negative-binomial-likelihood",
        Title = "negative binomial likelihood",
        Use = "Counts whose spread differs from row to row.",
        Avoid = "The variance is no larger than the mean: poisson.",
        Reference = "J. M. Hilbe, Negative Binomial Regression, 2011, doi:10.1017/CBO9780511973420",
        Names = new() { Chinese = "负二项分布负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.NegativeBinomialLikelihood()",
                "negative-binomial-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
            new(
                "gluonts.torch.distributions.NegativeBinomialOutput()",
                "negative-binomial-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted; its numbers "
                    + "are total count and logit"),
            new(
                "neuralforecast.losses.pytorch.DistributionLoss(distribution=\"NegativeBinomial\")",
                "negative-binomial-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("log-mean", "z", InputKind.Real, "…", "the logarithm of the predicted mean") { IsDifferentiable = true },
        new("log-dispersion", "a", InputKind.Real, "…", "the logarithm of the predicted dispersion")
        {
            IsDifferentiable = true,
        },
        new("target", "t", InputKind.Count, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        CountCosts.NegativeBinomialCall(x[0], x[1], x[2]);
}
