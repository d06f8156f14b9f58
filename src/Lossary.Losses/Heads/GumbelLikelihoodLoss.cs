using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The negative log-likelihood of a Gumbel distribution, that of maxima, whose location and scale are predicted.
/// </summary>
/// <remarks>
/// <code>
/// L = s + z + e^(−z)     with z = (t − μ) e^(−s)
/// </code>
/// Reference: E. J. Gumbel, Statistics of Extremes, 1958, doi:10.7312/gumb92958.
/// </remarks>
public readonly struct GumbelLikelihoodLoss : IFormulaLoss<GumbelLikelihoodLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gumbel-likelihood",
        Title = "Gumbel likelihood",
        Use = "A distribution for each row of maxima: floods, gusts, peaks.",
        Avoid = "Targets are no maxima, or of tails heavier than exponential: student-t or weibull-likelihood.",
        Reference = "E. J. Gumbel, Statistics of Extremes, 1958, doi:10.7312/gumb92958",
        Aliases = ["gumbel"],
        Names = new() { Chinese = "耿贝尔负对数似然" },
        Translations =
        [
            new(
                "darts.utils.likelihood_models.GumbelLikelihood()",
                "gumbel-likelihood",
                "what must be positive passes a softplus there; here its logarithm is predicted"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("location", @"\mu", InputKind.Real, "…", "the predicted location") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane z = (x[2] - x[0]) * TLane.Exp(-x[1]);
        return x[1] + z + TLane.Exp(-z);
    }
}
