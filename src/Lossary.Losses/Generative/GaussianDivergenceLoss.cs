using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The Kullback-Leibler divergence of one normal distribution from another.</summary>
/// <remarks>
/// <code>
/// L = ½ (eᵈ − 1 − d + (μ − m)² e^(−v))     with d = s − v, s and v logarithms of variances
/// </code>
/// Reference: S. Kullback, R. A. Leibler, On Information and Sufficiency, 1951, doi:10.1214/aoms/1177729694.
/// </remarks>
public readonly struct GaussianDivergenceLoss : IFormulaLoss<GaussianDivergenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gaussian-kl",
        Title = "divergence of two Gaussians",
        Use = "Holding a posterior to a prior that is learned, or one step of a diffusion to its posterior.",
        Avoid = "The prior is the standard normal: vae-kl is that, with half the inputs.",
        Reference = "S. Kullback, R. A. Leibler, On Information and Sufficiency, 1951, doi:10.1214/aoms/1177729694",
        Aliases = ["kl-gaussian"],
        Names = new() { Chinese = "高斯 KL 散度" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the first distribution's mean") { IsDifferentiable = true },
        new("log-variance", "s", InputKind.Real, "…", "the logarithm of the first one's variance")
        {
            IsDifferentiable = true,
        },
        new("prior-mean", "m", InputKind.Real, "…", "the second one's mean") { IsDifferentiable = true },
        new("prior-log-variance", "v", InputKind.Real, "…", "the logarithm of the second one's variance")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane shift = x[0] - x[2];
        return 0.5 * (Stable.ExpM1LessX(x[1] - x[3]) + (shift * shift * TLane.Exp(-x[3])));
    }
}
