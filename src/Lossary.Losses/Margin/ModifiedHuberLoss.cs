using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// The squared hinge, straight beyond a margin of −1: smooth, and mislabelled samples pull with a bounded force.
/// </summary>
/// <remarks>
/// With c = clamp(1 − m, 0, 2):
/// <code>
/// L(m)  = c (2 (1 − m) − c)      that is max(0, 1 − m)² for m ≥ −1, and −4m below
/// L′(m) = −2c
/// L″(m) = 2 where −1 ≤ m ≤ 1, else 0
/// </code>
/// (clamp(score, −1, 1) + 1) / 2 estimates the probability. Reference: T. Zhang, "Statistical Behavior and Consistency
/// of Classification Methods Based on Convex Risk Minimization", Annals of Statistics 32 (2004) 56–85.
/// </remarks>
public readonly struct ModifiedHuberLoss : IMarginLoss<ModifiedHuberLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "modified-huber",
        Title = "modified Huber",
        Use = "Two classes with some wrong labels, where a smooth objective is wanted.",
        Avoid = "Calibrated probabilities are wanted: logistic is proper, this one is not.",
        Reference = "T. Zhang, Statistical Behavior and Consistency of Classification Methods Based on Convex Risk "
            + "Minimization, 2004, doi:10.1214/aos/1079120130",
        Names = new()
        {
            ScikitLearn = "modified_huber",
            Chinese = "修正 Huber 损失",
        },
        Translations =
        [
            new(
                "sklearn.linear_model.SGDClassifier(loss=\"modified_huber\")",
                "modified-huber",
                "labels are any two values; a penalty on the weights is added"),
        ],
        Tasks = LossTask.Binary,
        Target = Domain.Sign,
        Link = Link.Score,
    };

    /// <inheritdoc/>
    public LossTraits Traits => new()
    {
        IsConvex = true,
        Smoothness = 1,
        LipschitzConstant = 4,
        SmoothnessConstant = 2,
        IsCalibrated = true,
        Kinks = [-1, 1],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        TLane lack = 1 - m;
        TLane c = TLane.Clamp(lack, 0, 2);
        return c * ((2 * lack) - c);
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the dual of a clamp costs comparisons and selects.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(ModifiedHuberLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane lack = 1 - m;
        TLane c = TLane.Clamp(lack, 0, 2);
        return new(c * ((2 * lack) - c), -2 * c);
    }
}
