using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each point costs its squared distance to the nearest centre.</summary>
/// <remarks>
/// <code>
/// L = minₖ ‖x − cₖ‖²
/// </code>
/// Differentiable by points and centres; of equal distances the gradient is shared. Memory is points · centres numbers.
/// Reference: S. P. Lloyd, Least Squares Quantization in PCM, 1982, doi:10.1109/TIT.1982.1056489.
/// </remarks>
public readonly struct NearestCentreLoss : IGraphLoss<NearestCentreLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "k-means",
        Title = "k-means",
        Use = "Groups without labels, with or without a network that learns the points.",
        Avoid = "Points are learned with it alone: all fall together. Take dec beside a reconstruction.",
        Reference = "S. P. Lloyd, Least Squares Quantization in PCM, 1982, doi:10.1109/TIT.1982.1056489",
        Latex = @"\min_k \lVert x - c_k \rVert^2",
        Names = new() { Chinese = "K 均值损失" },
        Tasks = LossTask.Clustering,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        new("centre", "c", InputKind.Real, "k, d", "the centres of the groups") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Min(tape.SquaredDistancesBetween(inputs["embeddings"], inputs["centre"]), [1]));
}
