using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// An autoencoder is to restore real samples well and made ones badly, as far as an equilibrium allows.
/// </summary>
/// <remarks>
/// <code>
/// L = r − k f        k ← k + λ (γ r̄ − f̄), kept in 0 … 1, after each batch
/// </code>
/// r and f are the autoencoder's errors of a real and of a made sample; the generator lowers f: wgan-generator of −f.
/// The authors have γ = 0.3 … 0.75 and λ = 0.001; see Next. Reference: D. Berthelot, T. Schumm, L. Metz, BEGAN:
/// Boundary Equilibrium Generative Adversarial Networks, 2017, arXiv:1703.10717.
/// </remarks>
/// <param name="k">How much made samples count by now; 0 to 1.</param>
public readonly struct BoundaryEquilibriumDiscriminatorLoss(double k)
    : IFormulaLoss<BoundaryEquilibriumDiscriminatorLoss>, IDocumentedLoss
{
    private static readonly ParameterCard KCard = new(
        "k", "k", 0, Domain.Unit, "how much made samples count by now");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "began-discriminator",
        Title = "boundary-equilibrium GAN discriminator",
        Use = "Training an autoencoder as a discriminator that neither side is to beat.",
        Avoid = "The discriminator is no autoencoder: take hinge-gan-discriminator.",
        Reference = "D. Berthelot, T. Schumm, L. Metz, BEGAN: Boundary Equilibrium Generative Adversarial Networks, "
            + "2017, arXiv:1703.10717",
        Aliases = ["began"],
        Names = new() { Chinese = "BEGAN 判别器损失" },
        Tasks = LossTask.Generation,
        Parameters = [KCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <summary>How much made samples count by now.</summary>
    public Parameter K { get; } = KCard.Bind(k);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        x[0] - (K * x[1]);

    /// <summary>What k is after a batch.</summary>
    /// <param name="real">The mean error of the batch's real samples.</param>
    /// <param name="fake">The mean error of the made ones.</param>
    /// <param name="diversity">γ: the error of made samples, by that of real ones, that is aimed at; 0 to 1.</param>
    /// <param name="rate">λ: how fast k follows.</param>
    public double Next(double real, double fake, double diversity = 0.5, double rate = 0.001) =>
        Math.Clamp(K.Value + (rate * ((diversity * real) - fake)), 0, 1);
}
