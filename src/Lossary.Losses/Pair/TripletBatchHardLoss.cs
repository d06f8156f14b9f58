using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each anchor with the farthest of its class and the nearest of all others in the batch.</summary>
/// <remarks>
/// <code>
/// Lᵢ = max(0, m + max_p d(i, p) − min_n d(i, n))
/// </code>
/// Of equal distances the first in the batch is taken. An anchor without a positive or a negative does not count.
/// Reference: A. Hermans, L. Beyer and B. Leibe, "In Defense of the Triplet Loss for Person Re-Identification", 2017,
/// arXiv:1703.07737.
/// </remarks>
/// <param name="margin">How much nearer the positive has to be.</param>
public readonly struct TripletBatchHardLoss(double margin) : IGraphLoss<TripletBatchHardLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.NonNegative, "how much nearer the positive has to be");

    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "triplet-batch-hard",
        Title = "batch-hard triplet",
        Use = "Labelled batches with several embeddings of each class: the triplet loss at its best.",
        Avoid = "Wrong labels: the hardest triplets are those; take semi-hard ones.",
        Reference = "A. Hermans, L. Beyer, B. Leibe, In Defense of the Triplet Loss for Person "
            + "Re-Identification, 2017, arXiv:1703.07737",
        Latex = @"\max\big(0, m + \max_{p} d_{ip} - \min_{n} d_{in}\big)",
        Names = new() { Chinese = "批内最难三元组损失" },
        Translations =
        [
            new(
                "sentence_transformers.losses.BatchHardTripletLoss(margin=5.0)",
                "triplet-batch-hard:margin={margin}",
                "an anchor without a positive or a negative counts too"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(TripletBatchHardLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new MinedTripletLoss(
                PairMeasure.Euclidean, TripletMining.Hard, TupleMean.OverAnchors, _margin.Value)
            .Terms(tape, inputs);
}
