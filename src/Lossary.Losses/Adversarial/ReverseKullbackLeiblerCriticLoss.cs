using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A critic is to find the reverse Kullback-Leibler divergence of made samples from real ones as a lower bound.
/// </summary>
/// <remarks>
/// <code>
/// L = −T(r) + f*(T(f)),  T(v) = −e^(−v),  f*(T(v)) = v − 1
/// </code>
/// r and f are the raw outputs for a real and a made sample; −L is the bound that the generator then lowers. Reference:
/// S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational Divergence
/// Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct ReverseKullbackLeiblerCriticLoss
    : IFormulaLoss<ReverseKullbackLeiblerCriticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-reverse-kl-critic",
        Title = "f-GAN critic, reverse Kullback-Leibler",
        Use = "Training a critic whose generator is to lower the reverse Kullback-Leibler divergence.",
        Avoid = "All kinds of samples are wanted: it settles on few. Take f-gan-kl-critic.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 判别器损失（反向 KL）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.Exp(-x[0]) + (x[1] - 1);
}
