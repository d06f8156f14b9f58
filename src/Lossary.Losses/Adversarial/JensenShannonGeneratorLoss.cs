using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Made samples are to lower the bound that a critic found of the Jensen-Shannon divergence.</summary>
/// <remarks>
/// <code>
/// L = −f*(T(f)),  T(v) = ln 2 − ln(1 + e^(−v)),  f*(T(v)) = ln(1 + e^v) − ln 2
/// </code>
/// f is the raw output for a made sample. Reference: S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative
/// Neural Samplers using Variational Divergence Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct JensenShannonGeneratorLoss : IFormulaLoss<JensenShannonGeneratorLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-jensen-shannon-generator",
        Title = "f-GAN generator, Jensen-Shannon",
        Use = "Training a generator against the critic of the Jensen-Shannon divergence.",
        Avoid = "The critic tells real and made samples apart at once: the gradient vanishes. Take gan-generator.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 生成器损失（Jensen–Shannon）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Fake;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        NamedNumber.Of<TLane>(0.6931471805599453, @"\ln 2") - TLane.Softplus(x[0]);
}
