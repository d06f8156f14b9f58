using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A critic is to find the Jensen-Shannon divergence of made samples from real ones as a lower bound.
/// </summary>
/// <remarks>
/// <code>
/// L = −T(r) + f*(T(f)),  T(v) = ln 2 − ln(1 + e^(−v)),  f*(T(v)) = ln(1 + e^v) − ln 2
/// </code>
/// r and f are the raw outputs for a real and a made sample; −L is the bound that the generator then lowers. Reference:
/// S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational Divergence
/// Minimization, 2016, arXiv:1606.00709.
/// </remarks>
public readonly struct JensenShannonCriticLoss : IFormulaLoss<JensenShannonCriticLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "f-gan-jensen-shannon-critic",
        Title = "f-GAN critic, Jensen-Shannon",
        Use = "Training a critic whose generator is to lower the Jensen-Shannon divergence.",
        Avoid = "Real and made samples do not overlap, and gradients vanish. Take wgan-critic.",
        Reference = "S. Nowozin, B. Cseke, R. Tomioka, f-GAN: Training Generative Neural Samplers using Variational "
            + "Divergence Minimization, 2016, arXiv:1606.00709",
        Names = new() { Chinese = "f-GAN 判别器损失（Jensen–Shannon）" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => AdversarialInputs.Both;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.Softplus(-x[0]) + TLane.Softplus(x[1]) - (2 * NamedNumber.Of<TLane>(0.6931471805599453, @"\ln 2"));
}
