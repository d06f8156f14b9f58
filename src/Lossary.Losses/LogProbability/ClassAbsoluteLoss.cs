using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The absolute error between the probabilities and the one-hot target, over all classes: immune to labels wrong at
/// random.
/// </summary>
/// <remarks>
/// With ℓ the target's log-softmax:
/// <code>
/// f(ℓ)  = Σₖ |tₖ − pₖ| = 2 (1 − exp(ℓ))
/// f′(ℓ) = −2 exp(ℓ)
/// </code>
/// Its sum over the classes is the same for every prediction. Twice <see cref="GeneralisedCrossEntropyLoss"/> of q = 1.
/// Reference: A. Ghosh, H. Kumar, P. S. Sastry, "Robust Loss Functions under Label Noise for Deep Neural Networks",
/// AAAI 2017, arXiv:1712.09482.
/// </remarks>
public readonly struct ClassAbsoluteLoss : ILogProbabilityLoss<ClassAbsoluteLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "class-absolute",
        Title = "absolute error of probabilities",
        Use = "A few classes whose labels are wrong at random, when there is time to train.",
        Avoid = "Many classes, or rows that start out wrong: it hardly pulls where p is small. Take generalised cross "
            + "entropy.",
        Reference = "A. Ghosh et al., Robust Loss Functions under Label Noise for Deep Neural Networks, 2017, "
            + "arXiv:1712.09482",
        Aliases = ["mae-on-probabilities"],
        Names = new() { Chinese = "概率绝对误差" },
        Tasks = LossTask.Binary | LossTask.MultiClass,
        Link = Link.Softmax,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = int.MaxValue,
        LipschitzConstant = 2,
        SmoothnessConstant = 2,
        IsBounded = true,
        IsNoiseSymmetric = true,
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane logProbability) where TLane : struct, ILane<TLane> =>
        -2 * TLane.ExpM1(logProbability);
}
