using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared distance of an embedding from a centre.</summary>
/// <remarks>
/// <code>
/// L = ‖z − c‖²
/// </code>
/// Published at ICML 2018. The network must have no bias and no bounded activation, or it maps all to the centre.
/// Reference: L. Ruff et al., Deep One-Class Classification, 2018.
/// </remarks>
public readonly struct DeepDescriptionLoss : IGraphLoss<DeepDescriptionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "deep-svdd",
        Title = "deep one-class description",
        Use = "Only normal samples are known: what lies far from their centre is not one.",
        Avoid = "Some abnormal samples are known: a classifier uses them. The network must not have biases, or all "
            + "collapses.",
        Reference = "L. Ruff et al., Deep One-Class Classification, ICML 2018",
        Latex = @"\|z - c\|^2",
        Names = new() { Chinese = "深度支持向量数据描述" },
        Translations =
        [
            new("pyod.models.deep_svdd.DeepSVDD()", "deep-svdd", "an L2 penalty of the weights is added"),
        ],
        Tasks = LossTask.Clustering,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("embedding", "z", InputKind.Real, "n, d", "the embeddings of normal samples") { IsDifferentiable = true },
        new("centre", "c", InputKind.Real, "d", "the centre, fixed before training"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, IsStrictlyConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        return new(tape.Sum(tape.Square(tape.Subtract(inputs["embedding"], inputs["centre"])), [-1]));
    }
}
