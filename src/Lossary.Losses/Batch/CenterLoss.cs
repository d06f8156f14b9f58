using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each embedding is drawn to the center of its class.</summary>
/// <remarks>
/// <code>
/// L = ½ ‖z − w_y‖²        ∂L/∂z = z − w_y, ∂L/∂w_y = w_y − z
/// </code>
/// Added to a softmax with a weight of 0.003 to 0.01; the centers are parameters or follow by their gradient.
/// Reference: Y. Wen, K. Zhang, Z. Li and Y. Qiao, "A Discriminative Feature Learning Approach for Deep Face
/// Recognition", ECCV 2016, doi:10.1007/978-3-319-46478-7_31.
/// </remarks>
public readonly struct CenterLoss : IGraphLoss<CenterLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "center",
        Title = "center",
        Use = "Beside a softmax, to make each class compact.",
        Avoid = "Alone: all collapses to one point.",
        Reference = "Y. Wen, K. Zhang, Z. Li, Y. Qiao, A Discriminative Feature Learning Approach for Deep Face "
            + "Recognition, 2016, doi:10.1007/978-3-319-46478-7_31",
        Latex = @"\tfrac{1}{2} \lVert z - w_y\rVert^2",
        Aliases = ["centre"],
        Names = new() { Chinese = "中心损失" },
        Tasks = LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        BatchInputs.ClassVectors,
        BatchInputs.Target,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> centers = tape.Gather(inputs["class-vectors"], inputs["target"]);
        return new(tape.Scale(tape.RowMeasure(default(SquaredEuclideanRows), inputs["embeddings"], centers), 0.5));
    }
}
