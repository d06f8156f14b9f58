using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>A real sample is to look more real than the made one beside it.</summary>
/// <remarks>
/// <code>
/// L = −ln σ(r − f)
/// </code>
/// The generator takes it with both inputs exchanged. Reference: A. Jolicoeur-Martineau, The Relativistic
/// Discriminator: a Key Element Missing from Standard GAN, 2018, arXiv:1807.00734.
/// </remarks>
public readonly struct RelativisticDiscriminatorLoss : IFormulaLoss<RelativisticDiscriminatorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "relativistic-discriminator",
        Title = "relativistic GAN discriminator",
        Use = "Training the discriminator of a GAN that is stable with few updates.",
        Avoid = "Real and made samples of a batch have nothing in common: relativistic-average-discriminator compares "
            + "with their means.",
        Reference = "A. Jolicoeur-Martineau, The Relativistic Discriminator: a Key Element Missing from Standard "
            + "GAN, 2018, arXiv:1807.00734",
        Aliases = ["rgan"],
        Names = new() { Chinese = "相对判别器损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.LogSigmoid(x[0] - x[1]);
}
