using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The Kullback–Leibler divergence where the target's logarithms are at hand: nothing underflows.</summary>
/// <remarks>
/// For each entry, with log-probability z predicted and log-probability t as target:
/// <code>
/// L(z, t) = eᵗ (t − z)     0 where eᵗ is, also at t = −∞
/// ∂L/∂z   = −eᵗ
/// </code>
/// Reference: S. Kullback, R. A. Leibler, "On Information and Sufficiency", Annals of Mathematical Statistics 22 (1951)
/// 79–86, doi:10.1214/aoms/1177729694.
/// </remarks>
public readonly struct LogTargetKullbackLeiblerLoss : IPointwiseLoss<LogTargetKullbackLeiblerLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-target-kullback-leibler",
        Title = "Kullback–Leibler divergence of logarithms",
        Use = "Distributions as targets, given as log-probabilities, for a model that predicts log-probabilities.",
        Avoid = "Targets are probabilities: kullback-leibler takes these.",
        Reference = "S. Kullback, R. A. Leibler, On Information and Sufficiency, 1951, doi:10.1214/aoms/1177729694",
        Aliases = ["kl-log-target"],
        Names = new() { PyTorch = "KLDivLoss(log_target=True)", Chinese = "对数目标KL散度" },
        Translations =
        [
            new(
                "torch.nn.KLDivLoss(log_target=True)",
                "log-target-kullback-leibler",
                "its mean divides by all elements; batchmean, by rows, is the divergence"),
            new("optax.kl_divergence_with_log_targets()", "log-target-kullback-leibler", "sums the last axis"),
            new(
                "liger_kernel.transformers.LigerKLDIVLoss(log_target=True)",
                "log-target-kullback-leibler",
                "a mean over rows"),
        ],
        Link = Link.Log,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = int.MaxValue,
        SmoothnessConstant = 0,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane probability = TLane.Exp(target);
        return TLane.WhereAtMost(
            probability, 0, 0 * TLane.Clamp(prediction, -1, 1), probability * (target - prediction));
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the derived slope multiplies 0 by ∞ where the prediction is −∞.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(LogTargetKullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> => new(loss.Value(prediction, target), -TLane.Exp(target));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(LogTargetKullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> => new(loss.Value(prediction, target), -TLane.Exp(target), 0);
}
