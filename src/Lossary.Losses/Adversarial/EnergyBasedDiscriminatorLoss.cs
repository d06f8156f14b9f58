using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Real samples are to have little energy, made ones at least a margin.</summary>
/// <remarks>
/// <code>
/// L = r + max(0, m − f)     of energies r, f
/// </code>
/// Reference: J. Zhao, M. Mathieu, Y. LeCun, Energy-based Generative Adversarial Network, 2016, arXiv:1609.03126.
/// </remarks>
/// <param name="margin">The energy that made samples are to have; positive.</param>
public readonly struct EnergyBasedDiscriminatorLoss(double margin)
    : IFormulaLoss<EnergyBasedDiscriminatorLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", "m", 1, Domain.Positive, "the energy that made samples are to have");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ebgan-discriminator",
        Title = "energy-based GAN discriminator",
        Use = "Training an autoencoder as a discriminator.",
        Avoid = "The discriminator is no autoencoder: hinge-gan-discriminator takes its scores as they are.",
        Reference = "J. Zhao, M. Mathieu, Y. LeCun, Energy-based Generative Adversarial Network, 2016, "
            + "arXiv:1609.03126",
        Aliases = ["ebgan"],
        Names = new() { Chinese = "能量 GAN 判别器损失" },
        Translations =
        [
            new("torchgan.losses.EnergyBasedDiscriminatorLoss(margin=80.0)", "ebgan-discriminator:margin={margin}"),
        ],
        Tasks = LossTask.Generation,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <summary>The energy that made samples are to have.</summary>
    public Parameter Margin { get; } = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        x[0] + TLane.AtLeast(Margin - x[1], 0);
}
