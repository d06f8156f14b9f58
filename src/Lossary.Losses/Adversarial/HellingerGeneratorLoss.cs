using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Made samples are to lower the bound that a critic found of the squared Hellinger divergence.</summary>
/// <remarks>
/// <code>
/// L = −f*(T(f)),  T(v) = 1 − e^(−v),  f*(T(v)) = e^v − 1
/// </code>
/// f is the raw output for a made sample. Reference: S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative
/// Neural Samplers using Variational Divergence Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct HellingerGeneratorLoss : IFormulaLoss<HellingerGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-hellinger-generator",
        Title = "f-GAN generator, squared Hellinger",
        Use = "Training a generator against the critic of the squared Hellinger divergence.",
        Avoid = "The critic tells real and made samples apart at once: the gradient vanishes. Take gan-generator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 生成器损失（平方 Hellinger）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -TLane.ExpM1(x[0]);
}
