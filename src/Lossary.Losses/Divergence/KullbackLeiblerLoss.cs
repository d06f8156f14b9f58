using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>What is lost when a distribution is described by another, of which the logarithms are predicted.</summary>
/// <remarks>
/// For each entry, with log-probability z predicted and probability t as target:
/// <code>
/// L(z, t) = t (ln t − z)     0 where t = 0, also at z = −∞
/// ∂L/∂z   = −t
/// </code>
/// Summed over a row it is the divergence KL(t ‖ eᶻ), cross entropy less the target's entropy; a mean over rows is
/// <see cref="Reduction.MeanOverRows"/>. Reference: S. Kullback, R. A. Leibler, "On Information and Sufficiency",
/// Annals of Mathematical Statistics 22 (1951) 79–86, doi:10.1214/aoms/1177729694.
/// </remarks>
public readonly struct KullbackLeiblerLoss : IPointwiseLoss<KullbackLeiblerLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "kullback-leibler",
        Title = "Kullback–Leibler divergence",
        Use =
            "Distributions as targets, such as a teacher's probabilities, for a model that predicts log-probabilities.",
        Avoid =
            "The model gives scores: cross-entropy on shares has the same gradient and needs no log-softmax before.",
        Reference = "S. Kullback, R. A. Leibler, On Information and Sufficiency, 1951, doi:10.1214/aoms/1177729694",
        Aliases = ["kl", "kl-div", "relative-entropy", "kl-divergence"],
        Names = new() { PyTorch = "KLDivLoss", Keras = "KLDivergence", Chinese = "KL散度" },
        Translations =
        [
            new(
                "torch.nn.KLDivLoss()",
                "kullback-leibler",
                "its mean divides by all elements; batchmean, by rows, is the divergence"),
            new(
                "keras.losses.KLDivergence()",
                "kullback-leibler",
                "takes probabilities, clipped to [1e-7, 1], and sums the last axis"),
            new("optax.kl_divergence()", "kullback-leibler", "sums the last axis"),
            new("scipy.special.rel_entr()", "kullback-leibler", "takes probabilities, the target first"),
            new(
                "liger_kernel.transformers.LigerKLDIVLoss()",
                "kullback-leibler",
                "targets below 1e-10 are lifted to it; a mean over rows"),
        ],
        Target = Domain.NonNegative,
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
    /// <remarks>The product with 0 keeps a NaN in the prediction, but no infinity.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane> =>
        TLane.WhereAtMost(
            TLane.Abs(target), 0, 0 * TLane.Clamp(prediction, -1, 1), target * (TLane.Log(target) - prediction));

    /// <inheritdoc/>
    /// <remarks>By hand: the derived slope multiplies 0 by ∞ where the prediction is −∞.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(KullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> => new(loss.Value(prediction, target), -target);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<TLane> Curvature<TLane>(KullbackLeiblerLoss loss, TLane prediction, TLane target)
        where TLane : struct, ILane<TLane> => new(loss.Value(prediction, target), -target, 0);
}
