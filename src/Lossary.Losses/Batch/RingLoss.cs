using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Embeddings are to be of one length, which is learned: a soft form of putting them on a sphere.</summary>
/// <remarks>
/// <code>
/// L = ½ (‖x‖ − R)²
/// </code>
/// Add it to a classification loss with a weight of about 0.01. An embedding of length 0 is pulled nowhere. Reference:
/// Y. Zheng, D. K. Pal, M. Savvides, Ring Loss: Convex Feature Normalization for Face Recognition, 2018,
/// arXiv:1803.00130.
/// </remarks>
public readonly struct RingLoss : IGraphLoss<RingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "ring",
        Title = "ring",
        Use = "Faces or other embeddings compared by their cosine, beside softmax.",
        Avoid = "The loss puts embeddings on a sphere itself: cosface or arcface.",
        Reference = "Y. Zheng, D. K. Pal, M. Savvides, Ring Loss: Convex Feature Normalization for Face Recognition, "
            + "2018, arXiv:1803.00130",
        Latex = @"\tfrac{1}{2} (\lVert x \rVert - R)^2",
        Names = new() { Chinese = "环损失" },
        Tasks = LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        new("radius", "R", InputKind.Real, "1", "the length wanted, a parameter of the model")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> lengths = tape.SqrtOrZero(tape.Sum(tape.Square(inputs["embeddings"]), [-1]));
        return new(tape.Scale(tape.Square(tape.Subtract(lengths, inputs["radius"])), 0.5));
    }
}
