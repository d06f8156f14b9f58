using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A critic is to find the squared Hellinger divergence of made samples from real ones as a lower bound.
/// </summary>
/// <remarks>
/// <code>
/// L = −T(r) + f*(T(f)),  T(v) = 1 − e^(−v),  f*(T(v)) = e^v − 1
/// </code>
/// r and f are the raw outputs for a real and a made sample; −L is the bound that the generator then lowers. Reference:
/// S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational Divergence
/// Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct HellingerCriticLoss : IFormulaLoss<HellingerCriticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-hellinger-critic",
        Title = "f-GAN critic, squared Hellinger",
        Use = "Training a critic whose generator is to lower the squared Hellinger divergence.",
        Avoid = "Outputs are large: it grows exponentially on both sides. Take gan-discriminator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 判别器损失（平方 Hellinger）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.ExpM1(-x[0]) + TLane.ExpM1(x[1]);
}
