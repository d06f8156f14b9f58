using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The logarithm of the probability given to the right class.</summary>
/// <remarks><code>f(ℓ) = −ℓ</code></remarks>
public readonly struct CrossEntropyLoss : ILogProbabilityLoss<CrossEntropyLoss>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> => -logProbability;
}

/// <summary>Cross entropy that stops caring about rows it already gets right.</summary>
/// <remarks><code>f(ℓ) = −(1 − e^ℓ)^γ ℓ</code></remarks>
public readonly struct FocalCrossEntropyLoss(double gamma) : ILogProbabilityLoss<FocalCrossEntropyLoss>
{
    /// <summary>How soon easy rows are forgotten.</summary>
    public Parameter Gamma { get; } = new(@"\gamma", Guard.Between(gamma, 0, 100));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        -(TLane.Pow(-TLane.ExpM1(logProbability), Gamma) * logProbability);
}

/// <summary>Between cross entropy (q → 0) and absolute error (q = 1): robust to wrong labels.</summary>
/// <remarks><code>f(ℓ) = (1 − e^(qℓ)) / q</code> Z. Zhang, M. Sabuncu, NeurIPS 2018, arXiv:1805.07836.</remarks>
public readonly struct GeneralisedCrossEntropyLoss(double q) : ILogProbabilityLoss<GeneralisedCrossEntropyLoss>
{
    private readonly Parameter _inverse = new("q^{-1}", 1 / q);

    /// <summary>The trade between the two.</summary>
    public Parameter Q { get; } = new("q", Guard.Between(q, 1e-6, 1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        -(_inverse * TLane.ExpM1(Q * logProbability));
}

/// <summary>Cross entropy with the first term of its expansion in 1 − p weighted differently.</summary>
/// <remarks><code>f(ℓ) = −ℓ + ε (1 − e^ℓ)</code> Z. Leng et al., ICLR 2022, arXiv:2204.12511.</remarks>
public readonly struct PolyOneLoss(double epsilon) : ILogProbabilityLoss<PolyOneLoss>
{
    /// <summary>ε.</summary>
    public Parameter Epsilon { get; } = new(@"\epsilon", epsilon);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        -logProbability - (Epsilon * TLane.ExpM1(logProbability));
}
