using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Asks for a margin of at least 1 and then is content: the loss of the support vector machine.</summary>
/// <remarks>
/// <code>
/// L(m)  = max(0, 1 − m)
/// L′(m) = −1 where m &lt; 1, else 0
/// </code>
/// Reference: C. Cortes, V. Vapnik, "Support-Vector Networks", Machine Learning 20 (1995) 273–297.
/// </remarks>
public readonly struct HingeLoss : IMarginLoss<HingeLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hinge",
        Title = "hinge",
        Use = "Two classes, where only the decision counts and no probability is wanted.",
        Reference = "C. Cortes, V. Vapnik, Support-Vector Networks, 1995, doi:10.1007/BF00994018",
        Aliases = ["svm"],
        Names = new()
        {
            Keras = "Hinge",
            ScikitLearn = "hinge",
            XgBoost = "binary:hinge",
            Chinese = "合页损失",
        },
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        LipschitzConstant = 1,
        IsCalibrated = true,
        Kinks = [1],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> => TLane.AtLeast(1 - m, 0);
}
