using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Every triplet that a labelled batch holds, averaged over those that still cost something.</summary>
/// <remarks>
/// <code>
/// L = Σ max(0, d(a, p) − d(a, n) + m) / (how many of them are not 0)
/// </code>
/// A term is an anchor's and weighs what active triplets it has. For other distances, selections and means see
/// MinedTripletLoss. Reference: A. Hermans, L. Beyer and B. Leibe, "In Defense of the Triplet Loss for Person Re-
/// Identification", 2017, arXiv:1703.07737.
/// </remarks>
/// <param name="margin">How much nearer the positive has to be.</param>
public readonly struct TripletBatchAllLoss(double margin) : IGraphLoss<TripletBatchAllLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.NonNegative, "how much nearer the positive has to be");

    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "triplet-batch-all",
        Title = "batch-all triplet",
        Use = "Labelled batches with several embeddings of each class, early in training.",
        Avoid = "When most triplets are easy it still averages many small ones: batch hard.",
        Reference = "A. Hermans, L. Beyer, B. Leibe, In Defense of the Triplet Loss for Person "
            + "Re-Identification, 2017, arXiv:1703.07737",
        Latex = @"\frac{\sum_{a, p, n} \max(0, d_{ap} - d_{an} + m)}{|\{(a, p, n) : d_{ap} - d_{an} + m > 0\}|}",
        Names = new() { Chinese = "全批三元组损失" },
        Translations =
        [
            new("sentence_transformers.losses.BatchAllTripletLoss(margin=5.0)", "triplet-batch-all:margin={margin}"),
            new(
                "pytorch_metric_learning.losses.TripletMarginLoss(margin=0.05)",
                "triplet-batch-all:margin={margin}",
                "embeddings are normalised there first"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(TripletBatchAllLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new MinedTripletLoss(
                PairMeasure.Euclidean, TripletMining.All, TupleMean.OverActive, _margin.Value)
            .Terms(tape, inputs);
}
