using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>The hinge squared: smooth at the margin, harder on large mistakes.</summary>
/// <remarks>
/// <code>
/// L(m)  = max(0, 1 − m)²
/// L′(m) = −2 max(0, 1 − m)
/// L″(m) = 2 where m ≤ 1, else 0
/// </code>
/// Reference: Y.-J. Lee, O. L. Mangasarian, "SSVM: A Smooth Support Vector Machine for Classification",
/// Computational Optimization and Applications 20 (2001) 5–22.
/// </remarks>
public readonly struct SquaredHingeLoss : IMarginLoss<SquaredHingeLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "squared-hinge",
        Title = "squared hinge",
        Use = "Two classes and a smooth objective, where only the decision counts and labels are clean.",
        Avoid = "Some labels are wrong: it grows with the square of the violation. smoothed-hinge or modified-huber "
            + "grows linearly.",
        Reference = "Y.-J. Lee, O. L. Mangasarian, SSVM, 2001, doi:10.1023/A:1011215321374",
        Aliases = ["l2-svm"],
        Names = new()
        {
            Keras = "SquaredHinge",
            ScikitLearn = "squared_hinge",
            Chinese = "平方合页损失",
        },
        Translations =
        [
            new(
                "keras.losses.SquaredHinge()",
                "squared-hinge",
                "labels are 0 and 1 there, or −1 and 1; the former are converted"),
            new(
                "sklearn.svm.LinearSVC(loss=\"squared_hinge\")",
                "squared-hinge",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
            new(
                "sklearn.linear_model.SGDClassifier(loss=\"squared_hinge\")",
                "squared-hinge",
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
        SmoothnessConstant = 2,
        IsCalibrated = true,
        Kinks = [1],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane>
    {
        TLane c = TLane.AtLeast(1 - m, 0);
        return c * c;
    }

    /// <inheritdoc/>
    /// <remarks>By hand: the dual of a clamp costs comparisons and selects.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<TLane> Slope<TLane>(SquaredHingeLoss loss, TLane m) where TLane : struct, ILane<TLane>
    {
        TLane c = TLane.AtLeast(1 - m, 0);
        return new(c * c, -2 * c);
    }
}
