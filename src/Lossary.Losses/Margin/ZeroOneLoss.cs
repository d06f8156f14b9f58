using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>1 for a score of the wrong sign, else 0: the error rate itself, which no gradient can lower.</summary>
/// <remarks>
/// <code>
/// L(m)  = 1 where m &lt; 0, else 0; so a score of 0 counts as right
/// L′(m) = 0
/// </code>
/// The other losses of the margin stand in for it. Reference: V. Vapnik, "Principles of Risk Minimization for Learning
/// Theory", NIPS 1991.
/// </remarks>
public readonly struct ZeroOneLoss : IMarginLoss<ZeroOneLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "zero-one",
        Title = "zero-one",
        Use = "Two classes, to judge decisions; to train them, take hinge or logistic.",
        Avoid = "Training: its slope is 0 wherever it has one.",
        Reference = "V. Vapnik, Principles of Risk Minimization for Learning Theory, NIPS 1991, 831–838",
        Aliases = ["misclassification", "0-1"],
        Names = new() { ScikitLearn = "zero_one_loss", Chinese = "0-1 损失" },
        Translations =
        [
            new("sklearn.metrics.zero_one_loss()", "zero-one", "takes classes, not scores"),
        ],
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        Smoothness = -1,
        IsBounded = true,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> => TLane.WhereLess(m, 0, 1, 0 * m);
}
