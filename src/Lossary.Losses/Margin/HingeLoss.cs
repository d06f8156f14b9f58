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
        Avoid = "Probabilities are wanted: its scores are none. logistic or binary-cross-entropy gives them.",
        Reference = "C. Cortes, V. Vapnik, Support-Vector Networks, 1995, doi:10.1007/BF00994018",
        Aliases = ["svm"],
        Names = new()
        {
            Keras = "Hinge",
            ScikitLearn = "hinge",
            XgBoost = "binary:hinge",
            Chinese = "合页损失",
        },
        Translations =
        [
            new("keras.losses.Hinge()", "hinge", "labels are 0 and 1 there, or −1 and 1; the former are converted"),
            new("optax.hinge_loss()", "hinge", "labels are −1 and 1"),
            new(
                "sklearn.svm.LinearSVC(loss=\"hinge\")",
                "hinge",
                "the sum is multiplied by C, and half the squared norm of the weights added"),
            new(
                "sklearn.linear_model.SGDClassifier(loss=\"hinge\")",
                "hinge",
                "labels are any two values; a penalty on the weights is added"),
            new(
                "xgboost.XGBClassifier(objective=\"binary:hinge\")",
                "hinge",
                "labels are 0 and 1; the second derivative is taken as 1"),
            new("sklearn.metrics.hinge_loss()", "hinge", "of two classes; of more it is categorical-hinge"),
        ],
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
