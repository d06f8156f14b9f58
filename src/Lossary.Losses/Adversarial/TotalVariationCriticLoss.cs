using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A critic is to find the total variation divergence of made samples from real ones as a lower bound.
/// </summary>
/// <remarks>
/// <code>
/// L = −T(r) + f*(T(f)),  T(v) = ½ tanh v,  f*(T(v)) = ½ tanh v
/// </code>
/// r and f are the raw outputs for a real and a made sample; −L is the bound that the generator then lowers. Reference:
/// S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational Divergence
/// Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct TotalVariationCriticLoss : IFormulaLoss<TotalVariationCriticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-total-variation-critic",
        Title = "f-GAN critic, total variation",
        Use = "Training a critic whose generator is to lower the total variation divergence.",
        Avoid = "Outputs are large: its gradient vanishes. Take wgan-critic.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 判别器损失（全变差）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        (-0.5 * TLane.Tanh(x[0])) + (0.5 * TLane.Tanh(x[1]));
}
