using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Charges wrong signs only, by how wrong they are; asks for no margin.</summary>
/// <remarks>
/// <code>
/// L(m)  = max(0, −m)
/// L′(m) = −1 where m ≤ 0, else 0
/// </code>
/// A score of 0 costs nothing, so the zero model is among the best: it needs a start away from it. Reference:
/// F. Rosenblatt, "The Perceptron", Psychological Review 65 (1958) 386–408.
/// </remarks>
public readonly struct PerceptronLoss : IMarginLoss<PerceptronLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "perceptron",
        Title = "perceptron",
        Use = "Two classes that a plane separates, when any separating plane will do.",
        Avoid = "Nearly always: it stops at the first separating plane, however near the samples, and 0 for all is "
            + "optimal too. hinge has a margin.",
        Reference = "F. Rosenblatt, The Perceptron, 1958, doi:10.1037/h0042519",
        Names = new()
        {
            ScikitLearn = "perceptron",
            Chinese = "感知机损失",
        },
        Translations =
        [
            new("optax.perceptron_loss()", "perceptron", "labels are −1 and 1"),
            new("sklearn.linear_model.Perceptron()", "perceptron"),
            new(
                "sklearn.linear_model.SGDClassifier(loss=\"perceptron\")",
                "perceptron",
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
        LipschitzConstant = 1,
        Kinks = [0],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(TLane m) where TLane : struct, ILane<TLane> => TLane.AtLeast(-m, 0);
}
