using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A generator is to have its samples scored high; the hinge GAN takes the same.</summary>
/// <remarks>
/// <code>
/// L = −f
/// </code>
/// Reference: M. Arjovsky, S. Chintala, L. Bottou, Wasserstein GAN, 2017, arXiv:1701.07875.
/// </remarks>
public readonly struct WassersteinGeneratorLoss : IFormulaLoss<WassersteinGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "wgan-generator",
        Title = "Wasserstein GAN generator",
        Use = "Training the generator against a Wasserstein critic or a hinge discriminator.",
        Avoid = "The discriminator gives logits: gan-generator goes with these.",
        Reference = "M. Arjovsky, S. Chintala, L. Bottou, Wasserstein GAN, 2017, arXiv:1701.07875",
        Aliases = ["hinge-gan-generator"],
        Names = new() { Chinese = "Wasserstein GAN 生成器损失" },
        Translations =
        [
            new("torchgan.losses.WassersteinGeneratorLoss()", "wgan-generator"),
        ],
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -x[0];
}
