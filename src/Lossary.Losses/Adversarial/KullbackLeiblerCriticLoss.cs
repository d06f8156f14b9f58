using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A critic is to find the Kullback-Leibler divergence of made samples from real ones as a lower bound.
/// </summary>
/// <remarks>
/// <code>
/// L = −T(r) + f*(T(f)),  T(v) = v,  f*(T(v)) = e^(v − 1)
/// </code>
/// r and f are the raw outputs for a real and a made sample; −L is the bound that the generator then lowers. Reference:
/// S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational Divergence
/// Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct KullbackLeiblerCriticLoss : IFormulaLoss<KullbackLeiblerCriticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-kl-critic",
        Title = "f-GAN critic, Kullback-Leibler",
        Use = "Training a critic whose generator is to lower the Kullback-Leibler divergence.",
        Avoid = "Made samples miss parts of the data: the exponential overflows. Take gan-discriminator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 判别器损失（KL）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -x[0] + TLane.Exp(x[1] - 1);
}
