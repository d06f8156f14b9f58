using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Made samples are to lower the bound that a critic found of the total variation divergence.</summary>
/// <remarks>
/// <code>
/// L = −f*(T(f)),  T(v) = ½ tanh v,  f*(T(v)) = ½ tanh v
/// </code>
/// f is the raw output for a made sample. Reference: S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative
/// Neural Samplers using Variational Divergence Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct TotalVariationGeneratorLoss : IFormulaLoss<TotalVariationGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-total-variation-generator",
        Title = "f-GAN generator, total variation",
        Use = "Training a generator against the critic of the total variation divergence.",
        Avoid = "Outputs are large: its gradient vanishes. Take wgan-generator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 生成器损失（全变差）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsBounded = true };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        -(0.5 * TLane.Tanh(x[0]));
}
