using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A generator is to have its samples taken for real; the form whose gradient does not vanish while it loses.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln σ(f)
/// </code>
/// Reference: I. J. Goodfellow et al., Generative Adversarial Networks, 2014, arXiv:1406.2661.
/// </remarks>
public readonly struct GanGeneratorLoss : IFormulaLoss<GanGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gan-generator",
        Title = "GAN generator",
        Use = "Training the generator of a GAN.",
        Avoid = "The discriminator is a critic without a sigmoid: wgan-generator goes with that.",
        Reference = "I. J. Goodfellow et al., Generative Adversarial Networks, 2014, arXiv:1406.2661",
        Aliases = ["gan-nonsaturating-generator", "non-saturating-generator", "non-saturating-gan"],
        Names = new() { Chinese = "GAN 生成器损失" },
        Translations =
        [
            new("torchgan.losses.MinimaxGeneratorLoss(nonsaturating=True)", "gan-generator"),
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
        -TLane.LogSigmoid(x[0]);
}
