using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a log-normal distribution whose location and scale, of the logarithm, are predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = ln t + ½ ln 2π + s + ½ z²     with z = (ln t − μ) e^(−s)
/// </code>
/// Reference: D. J. Finney, On the Distribution of a Variate Whose Logarithm is Normally Distributed, 1941,
/// doi:10.2307/2983663.
/// </remarks>
public readonly struct LogNormalLikelihoodLoss : IFormulaLoss<LogNormalLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-normal-likelihood",
        Title = "log-normal likelihood",
        Use = "A distribution for each positive target.",
        Avoid = "The mean is wanted on the target's scale: it depends on the spread that is fitted. gamma-likelihood "
            + "has it as a parameter.",
        Reference = "D. J. Finney, On the Distribution of a Variate Whose Logarithm is Normally Distributed, 1941, "
            + "doi:10.2307/2983663",
        Names = new() { Chinese = "对数正态分布负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.LogNormalLikelihood()",
                "log-normal-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("location", @"\mu", InputKind.Real, "…", "the predicted mean of the logarithm") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Positive, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane log = TLane.Log(x[2]);
        TLane z = (log - x[0]) * TLane.Exp(-x[1]);
        return log + NamedNumber.HalfLogOf2Pi<TLane>() + x[1] + (0.5 * (z * z));
    }
}
