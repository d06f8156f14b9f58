using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Made samples are to lower the bound that a critic found of the Kullback-Leibler divergence.</summary>
/// <remarks>
/// <code>
/// L = −f*(T(f)),  T(v) = v,  f*(T(v)) = e^(v − 1)
/// </code>
/// f is the raw output for a made sample. Reference: S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative
/// Neural Samplers using Variational Divergence Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct KullbackLeiblerGeneratorLoss : IFormulaLoss<KullbackLeiblerGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-kl-generator",
        Title = "f-GAN generator, Kullback-Leibler",
        Use = "Training a generator against the critic of the Kullback-Leibler divergence.",
        Avoid = "The critic tells real and made samples apart at once: the gradient vanishes. Take gan-generator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 生成器损失（KL）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.Exp(x[0] - 1);
}
