using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Made samples are to lower the bound that a critic found of the reverse Kullback-Leibler divergence.
/// </summary>
/// <remarks>
/// <code>
/// L = −f*(T(f)),  T(v) = −e^(−v),  f*(T(v)) = v − 1
/// </code>
/// f is the raw output for a made sample. Reference: S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative
/// Neural Samplers using Variational Divergence Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct ReverseKullbackLeiblerGeneratorLoss
    : IFormulaLoss<ReverseKullbackLeiblerGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-reverse-kl-generator",
        Title = "f-GAN generator, reverse Kullback-Leibler",
        Use = "Training a generator against the critic of the reverse Kullback-Leibler divergence.",
        Avoid = "All kinds of samples are wanted: it settles on few. Take f-gan-kl-generator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 生成器损失（反向 KL）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -(x[0] - 1);
}
