using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Triplets of a labelled batch by a measure, a selection and a mean of your choice.</summary>
/// <remarks>
/// A term is an anchor's; where nothing is selected in the whole batch, the loss and its gradient are 0. The
/// catalogue's
/// <c>triplet-batch-all</c>, <c>triplet-batch-hard</c>, <c>triplet-semi-hard</c> are made of it.
/// </remarks>
/// <param name="measure">How embeddings are compared; a similarity counts as a distance the smaller it is.</param>
/// <param name="mining">Which triplets count.</param>
/// <param name="mean">What the mean divides by.</param>
/// <param name="margin">How much nearer the positive has to be; 0 and above, not used if smooth.</param>
/// <param name="isSmooth">ln(1 + e^(difference)) for the hinge.</param>
public readonly struct MinedTripletLoss(
    PairMeasure measure, TripletMining mining, TupleMean mean, double margin, bool isSmooth = false)
    : IGraphLoss<MinedTripletLoss>
{
    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> embeddings = inputs["embeddings"];
        bool isSimilarity = measure is PairMeasure.Cosine or PairMeasure.Dot;
        MinedTripletTerm term = new(mining, mean, margin, isSmooth, isSimilarity, inputs.Whole(tape, "labels"));
        return tape.BatchTerms(term, measure, embeddings, embeddings);
    }
}
