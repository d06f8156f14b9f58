using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Made samples are to lower the bound that a critic found of the Pearson χ² divergence.</summary>
/// <remarks>
/// <code>
/// L = −f*(T(f)),  T(v) = v,  f*(T(v)) = ¼ v² + v
/// </code>
/// f is the raw output for a made sample. Reference: S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative
/// Neural Samplers using Variational Divergence Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct PearsonGeneratorLoss : IFormulaLoss<PearsonGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-pearson-generator",
        Title = "f-GAN generator, Pearson χ²",
        Use = "Training a generator against the critic of the Pearson χ² divergence.",
        Avoid = "Outputs are large: their squares rule. Take wgan-generator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 生成器损失（皮尔逊 χ²）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -((0.25 * (x[0] * x[0])) + x[0]);
}
