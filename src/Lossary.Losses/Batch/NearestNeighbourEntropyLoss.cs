using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each embedding is pushed from its nearest neighbour: the batch spreads over the sphere.</summary>
/// <remarks>
/// <code>
/// Lᵢ = −ln( min_{j≠i} ‖xᵢ − xⱼ‖ + ε )        on unit vectors
/// </code>
/// After the entropy estimate of Kozachenko and Leonenko. Of equal distances the first in the batch is taken; an
/// embedding alone does not count. Reference: A. Sablayrolles, M. Douze, C. Schmid and H. Jégou, "Spreading vectors
/// for similarity search", ICLR 2019, arXiv:1806.03198.
/// </remarks>
/// <param name="epsilon">Added to distances: what two equal embeddings are apart; positive.</param>
public readonly struct NearestNeighbourEntropyLoss(double epsilon)
    : IGraphLoss<NearestNeighbourEntropyLoss>, IDocumentedLoss
{
    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 1e-8, Domain.Positive, "added to distances");

    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "koleo",
        Title = "KoLeo",
        Use = "Beside another loss, to keep embeddings from crowding: as in DINOv2, with a weight of 0.1.",
        Avoid = "Alone: it knows nothing of what is alike.",
        Reference = "A. Sablayrolles, M. Douze, C. Schmid, H. Jégou, Spreading vectors for similarity search, "
            + "2019, arXiv:1806.03198",
        Latex = @"-\ln\big(\min_{j \ne i} \lVert x_i - x_j\rVert + \epsilon\big)",
        Names = new() { Chinese = "KoLeo 均匀化损失" },
        Translations =
        [
            new("lightly.loss.KoLeoLoss(eps=1e-08)", "koleo:epsilon={eps}"),
        ],
        Tasks = LossTask.SelfSupervised,
        Parameters = [EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> directions = tape.NormaliseRows(inputs["embeddings"]);
        return tape.BatchTerms(new NearestTerm(_epsilon.Value), PairMeasure.Euclidean, directions, directions);
    }
}
