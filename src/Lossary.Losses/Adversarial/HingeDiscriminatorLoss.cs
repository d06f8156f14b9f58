using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Scores of real samples are to be above 1, those of made ones below −1; beyond that nothing pulls.</summary>
/// <remarks>
/// <code>
/// L = max(0, 1 − r) + max(0, 1 + f)
/// </code>
/// Reference: J. H. Lim, J. C. Ye, Geometric GAN, 2017, arXiv:1705.02894.
/// </remarks>
public readonly struct HingeDiscriminatorLoss : IFormulaLoss<HingeDiscriminatorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hinge-gan-discriminator",
        Title = "hinge GAN discriminator",
        Use = "Training the discriminator of a GAN for images.",
        Avoid = "Few real samples: it stops at the margin, where a penalty on the gradient would still regularise. Add "
            + "r1-penalty.",
        Reference = "J. H. Lim, J. C. Ye, Geometric GAN, 2017, arXiv:1705.02894",
        Aliases = ["hinge-gan-d"],
        Names = new() { Chinese = "合页 GAN 判别器损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.AtLeast(1 - x[0], 0) + TLane.AtLeast(1 + x[1], 0);
}
