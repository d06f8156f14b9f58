using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The predicted distribution's entropy, whatever the target: what rows without a label can be trained by.
/// </summary>
/// <remarks>
/// With ℓ the log-softmax and p = exp(ℓ):
/// <code>
/// L = −Σₖ pₖ ℓₖ    from 0, one class sure, to ln K
/// F(ℓ)  = −p ℓ
/// F′(ℓ) = −p (1 + ℓ)
/// </code>
/// Targets are read only to see which rows count. Reference: Y. Grandvalet, Y. Bengio, "Semi-supervised Learning by
/// Entropy Minimization", NIPS 2004.
/// </remarks>
public readonly struct EntropyLoss : IDistributionLoss<EntropyLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "entropy",
        Title = "entropy",
        Use = "Rows without labels, added with a small weight to a loss of rows that have some.",
        Avoid = "Alone: one class for all rows is its minimum.",
        Reference = "Y. Grandvalet, Y. Bengio, Semi-supervised Learning by Entropy Minimization, NIPS 2004, 529–536",
        Aliases = ["entropy-minimisation", "entropy-minimization"],
        Names = new() { Chinese = "熵最小化" },
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 1,
        SmoothnessConstant = 2,
        IsBounded = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability, TLane share) where TLane : struct, ILane<TLane> =>
        -Entropies.Of(logProbability);

    /// <inheritdoc/>
    /// <remarks>By hand: half the work of the derived form.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(EntropyLoss loss, TLane logProbability, TLane share)
        where TLane : struct, ILane<TLane>
    {
        Dual<TLane> negentropy = Entropies.Slope(logProbability);
        return new(-negentropy.Value, -negentropy.Slope);
    }
}
