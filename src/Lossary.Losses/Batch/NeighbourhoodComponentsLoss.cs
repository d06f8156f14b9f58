using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The probability that a random neighbour, near ones more likely, is of the same class.</summary>
/// <remarks>
/// <code>
/// Lᵢ = −ln( Σ_{yⱼ=yᵢ} e^(−s dᵢⱼ²) / Σ_{j≠i} e^(−s dᵢⱼ²) )
/// </code>
/// An embedding that is alone in its class does not count. Reference: J. Goldberger, S. Roweis, G. Hinton and R.
/// Salakhutdinov, "Neighbourhood Components Analysis", NIPS 2004; the logarithm as in soft nearest neighbours,
/// arXiv:1902.01889.
/// </remarks>
/// <param name="scale">What squared distances are multiplied by; positive.</param>
public readonly struct NeighbourhoodComponentsLoss(double scale)
    : IGraphLoss<NeighbourhoodComponentsLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"s", 1, Domain.Positive, "what squared distances are multiplied by");

    private readonly Parameter _scale = ScaleCard.Bind(scale);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "neighbourhood-components",
        Title = "neighbourhood components",
        Use = "Embeddings for a nearest-neighbour classifier, from labelled batches.",
        Avoid = "Batches where most classes come up once: proxy-nca.",
        Reference = "J. Goldberger, S. Roweis, G. Hinton, R. Salakhutdinov, Neighbourhood Components Analysis, "
            + "NIPS 2004",
        Latex = @"-\ln \frac{\sum_{j \ne i, y_j = y_i} e^{-s d_{ij}^2}}{\sum_{j \ne i} e^{-s d_{ij}^2}}",
        Aliases = ["soft-nearest-neighbour", "nca"],
        Names = new() { Chinese = "近邻成分分析损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.NCALoss(softmax_scale=1)",
                "neighbourhood-components:scale={softmax_scale}",
                "embeddings are normalised there first"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [ScaleCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(NeighbourhoodComponentsLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ContrastTerm term = new(-_scale.Value, countsPositives: true, BatchInputs.Sides(inputs.Whole(tape, "labels")));
        return tape.BatchTerms(term, PairMeasure.SquaredEuclidean, inputs["embeddings"], inputs["embeddings"]);
    }
}
