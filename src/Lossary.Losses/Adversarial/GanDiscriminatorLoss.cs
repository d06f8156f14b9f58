using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A discriminator is to tell real samples from made ones: the cross-entropy of both its logits.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(r) − ln σ(−f)                  r of a real sample, f of a made one
/// L = −(1 − s) ln σ(r) − s ln σ(−r) − ln σ(−f)    with one-sided label smoothing s
/// </code>
/// Logits in, never probabilities. Reference: I. J. Goodfellow et al., Generative Adversarial Networks, 2014,
/// arXiv:1406.2661.
/// </remarks>
/// <param name="smoothing">The share by which real samples are taken to be made; 0 to below ½.</param>
public readonly struct GanDiscriminatorLoss(double smoothing) : IFormulaLoss<GanDiscriminatorLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SmoothingCard = new(
        "smoothing", "s", 0, new Domain(0, 0.5, true, false), "the share by which real samples are taken to be made");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gan-discriminator",
        Title = "GAN discriminator",
        Use = "Training the discriminator of a GAN.",
        Avoid = "Gradients vanish once it wins: take a Wasserstein critic with a gradient penalty.",
        Reference = "I. J. Goodfellow et al., Generative Adversarial Networks, 2014, arXiv:1406.2661",
        Aliases = ["gan-nonsaturating-discriminator"],
        Names = new() { Chinese = "GAN 判别器损失" },
        Translations =
        [
            new(
                "torchgan.losses.MinimaxDiscriminatorLoss(label_smoothing=0.0)",
                "gan-discriminator:smoothing={label_smoothing}"),
        ],
        Tasks = LossTask.Generation,
        Parameters = [SmoothingCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <summary>The share by which real samples are taken to be made.</summary>
    public Parameter Smoothing { get; } = SmoothingCard.Bind(smoothing);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane>
    {
        TLane smooth = Smoothing;
        return ((smooth - 1) * TLane.LogSigmoid(x[0])) - (smooth * TLane.LogSigmoid(-x[0])) - TLane.LogSigmoid(-x[1]);
    }
}
