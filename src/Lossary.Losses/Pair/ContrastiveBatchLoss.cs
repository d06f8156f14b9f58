using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The contrastive loss over all pairs of a labelled batch.</summary>
/// <remarks>
/// <code>
/// y = y':  ½ d²        y ≠ y':  ½ max(0, m − d)²        mean over all pairs
/// </code>
/// A term is an embedding's mean over its pairs. Reference: R. Hadsell, S. Chopra and Y. LeCun, "Dimensionality
/// Reduction by Learning an Invariant Mapping", CVPR 2006, doi:10.1109/CVPR.2006.100.
/// </remarks>
/// <param name="margin">How far apart a pair unlike has to be; positive.</param>
public readonly struct ContrastiveBatchLoss(double margin) : IGraphLoss<ContrastiveBatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.Positive, "how far apart a pair unlike has to be");

    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "contrastive-batch",
        Title = "batch contrastive",
        Use = "Labelled batches of a few classes, with a margin in the unit of the embedding.",
        Avoid = "Many classes: nearly all pairs are unlike, and the mean forgets the others; take supervised "
            + "contrastive.",
        Reference = "R. Hadsell, S. Chopra, Y. LeCun, Dimensionality Reduction by Learning an Invariant "
            + "Mapping, 2006, doi:10.1109/CVPR.2006.100",
        Latex = @"\tfrac{1}{2} [y_i = y_j] d_{ij}^2 + \tfrac{1}{2} [y_i \ne y_j] \max(0, m - d_{ij})^2",
        Names = new() { Chinese = "批内对比损失" },
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(ContrastiveBatchLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ContrastiveBatchTerm term = new(_margin.Value, inputs.Whole(tape, "labels"));
        return tape.BatchTerms(term, PairMeasure.Euclidean, inputs["embeddings"], inputs["embeddings"]);
    }
}
