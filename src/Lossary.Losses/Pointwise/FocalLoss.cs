using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Binary cross entropy that stops caring about examples it already gets right.</summary>
/// <remarks>
/// With p = σ(z) and q = p + t − 2pt, the probability given to the wrong answer:
/// <code>L(z, t) = α_t q^γ (ln(1 + eᶻ) − t z),   α_t = α t + (1 − α)(1 − t)</code>
/// Reference: T.-Y. Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017, arXiv:1708.02002.
/// </remarks>
/// <typeparam name="TExponent">How the power is taken: <see cref="Squared"/> for γ = 2, which needs no logarithm.</typeparam>
/// <param name="alpha">Weight of the positive class, in [0, 1].</param>
/// <param name="gamma">How soon easy examples are forgotten; 0 is plain cross entropy.</param>
public readonly struct FocalLoss<TExponent>(double alpha, double gamma) : IPointwiseLoss<FocalLoss<TExponent>>
    where TExponent : struct, IExponent
{
    private readonly Parameter _negative = new(@"(1-\alpha)", 1 - alpha);
    private readonly Parameter _difference = new(@"(2\alpha-1)", (2 * alpha) - 1);

    /// <summary>Weight of the positive class.</summary>
    public double Alpha { get; } = Guard.Between(alpha, 0, 1);

    /// <summary>How soon easy examples are forgotten.</summary>
    public Parameter Gamma { get; } = new(@"\gamma", Guard.Between(gamma, 0, 100));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane prediction, TLane target) where TLane : struct, ILane<TLane>
    {
        TLane entropy = TLane.Softplus(prediction, out TLane p) - (target * prediction);
        TLane wrong = p + target - (2 * (p * target));
        TLane share = _negative + (target * _difference);
        return share * TExponent.Raise<TLane>(wrong, Gamma) * entropy;
    }
}
