using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How far a predicted normal distribution is from what came, in the target's own unit.</summary>
/// <remarks>
/// <code>
/// L = σ (z (2Φ(z) − 1) + 2φ(z) − 1/√π)     with z = (t − μ)/σ, σ = e^s
/// </code>
/// With σ → 0 it is the absolute error. Reference: T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules,
/// Prediction, and Estimation, 2007, doi:10.1198/016214506000001437.
/// </remarks>
public readonly struct GaussianRankedProbabilityLoss : IFormulaLoss<GaussianRankedProbabilityLoss>, IDocumentedLoss
{
    /// <summary>From here on the density is 0 in either format.</summary>
    private const double Far = 40;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "crps-gaussian",
        Title = "continuous ranked probability score, Gaussian",
        Use = "A mean and a spread for each row, less moved by outliers than the likelihood.",
        Avoid = "Likelihoods are compared, or tails must be exact: gaussian.",
        Reference = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
            + "doi:10.1198/016214506000001437",
        Names = new() { Chinese = "连续分级概率评分（高斯）" },
        Translations =
        [
            new("properscoring.crps_gaussian()", "crps-gaussian", "takes σ itself, not its logarithm"),
            new("scoringrules.crps_normal()", "crps-gaussian", "takes σ itself, not its logarithm"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("mean", @"\mu", InputKind.Real, "…", "the predicted mean") { IsDifferentiable = true },
        new("log-scale", "s", InputKind.Real, "…", "the logarithm of the predicted scale") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "…", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsProper = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane residual = x[2] - x[0], scale = TLane.Exp(x[1]);
        TLane u = NamedNumber.Of<TLane>(0.7071067811865476, @"\tfrac{1}{\sqrt{2}}") * (residual * TLane.Exp(-x[1]));
        TLane near = typeof(TLane) == typeof(Symbol) ? u : TLane.AtMost(TLane.AtLeast(u, -Far), Far);
        TLane bell = NamedNumber.Of<TLane>(0.7978845608028654, @"\sqrt{2 / \pi}") * TLane.Bell(near);

        // The residual is not divided by the scale and multiplied again: far out the scale's derivative would cancel.
        return (residual * TLane.Erf(near))
            + (scale * (bell - NamedNumber.Of<TLane>(0.5641895835477563, @"\tfrac{1}{\sqrt{\pi}}")));
    }
}
