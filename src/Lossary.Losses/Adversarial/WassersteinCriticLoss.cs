using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A critic is to score real samples above made ones: its lead estimates how far they are apart.</summary>
/// <remarks>
/// <code>
/// L = f − r
/// </code>
/// Reference: M. Arjovsky, S. Chintala, L. Bottou, Wasserstein GAN, 2017, arXiv:1701.07875.
/// </remarks>
public readonly struct WassersteinCriticLoss : IFormulaLoss<WassersteinCriticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "wgan-critic",
        Title = "Wasserstein GAN critic",
        Use = "Training a critic that a gradient penalty or clipped weights hold to a slope of 1.",
        Avoid = "Nothing bounds the critic: add gradient-penalty, or it runs away.",
        Reference = "M. Arjovsky, S. Chintala, L. Bottou, Wasserstein GAN, 2017, arXiv:1701.07875",
        Aliases = ["wgan-discriminator"],
        Names = new() { Chinese = "Wasserstein GAN 评判器损失" },
        Translations =
        [
            new("torchgan.losses.WassersteinDiscriminatorLoss()", "wgan-critic"),
        ],
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        x[1] - x[0];
}
