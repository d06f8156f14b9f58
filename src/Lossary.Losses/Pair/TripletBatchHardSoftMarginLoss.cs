using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Batch hard with a softplus for the hinge: no margin to choose.</summary>
/// <remarks>
/// <code>
/// Lᵢ = ln(1 + e^(max_p d(i, p) − min_n d(i, n)))
/// </code>
/// Of equal distances the first in the batch is taken. An anchor without a positive or a negative does not count.
/// Reference: A. Hermans, L. Beyer and B. Leibe, "In Defense of the Triplet Loss for Person Re-Identification", 2017,
/// arXiv:1703.07737.
/// </remarks>
public readonly struct TripletBatchHardSoftMarginLoss : IGraphLoss<TripletBatchHardSoftMarginLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "triplet-batch-hard-soft-margin",
        Title = "batch-hard soft-margin triplet",
        Use = "Labelled batches where no margin is known.",
        Avoid = "Wrong labels: the hardest triplets are those; take semi-hard ones.",
        Reference = "A. Hermans, L. Beyer, B. Leibe, In Defense of the Triplet Loss for Person "
            + "Re-Identification, 2017, arXiv:1703.07737",
        Latex = @"\ln\big(1 + e^{\max_{p} d_{ip} - \min_{n} d_{in}}\big)",
        Names = new() { Chinese = "软间隔批内最难三元组损失" },
        Translations =
        [
            new(
                "sentence_transformers.losses.BatchHardSoftMarginTripletLoss()",
                "triplet-batch-hard-soft-margin",
                "an anchor without a positive or a negative counts too"),
        ],
        Tasks = LossTask.MetricLearning,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(TripletBatchHardSoftMarginLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new MinedTripletLoss(
                PairMeasure.Euclidean, TripletMining.Hard, TupleMean.OverAnchors, 0, isSmooth: true)
            .Terms(tape, inputs);
}
