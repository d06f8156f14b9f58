using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each pair alike with the nearest unlike that is farther than it: hard, but not the hardest.</summary>
/// <remarks>
/// <code>
/// L = mean over (a, p) of max(0, d(a, p) − d(a, n) + m)        n: the nearest with d(a, n) > d(a, p)
/// </code>
/// Where no negative is farther than the positive, the farthest one is taken. A term is an anchor's and weighs what
/// positives it has. Reference: F. Schroff, D. Kalenichenko and J. Philbin, "FaceNet: A Unified Embedding for Face
/// Recognition and Clustering", CVPR 2015, arXiv:1503.03832.
/// </remarks>
/// <param name="margin">How much nearer the positive has to be.</param>
public readonly struct TripletSemiHardLoss(double margin) : IGraphLoss<TripletSemiHardLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.NonNegative, "how much nearer the positive has to be");

    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "triplet-semi-hard",
        Title = "semi-hard triplet",
        Use = "Labelled batches in which batch hard collapses or labels are partly wrong.",
        Avoid = "Late in training few semi-hard triplets are left: batch hard.",
        Reference = "F. Schroff, D. Kalenichenko, J. Philbin, FaceNet: A Unified Embedding for Face Recognition "
            + "and Clustering, 2015, arXiv:1503.03832",
        Latex = @"\max\big(0, d_{ap} - \min_{n : d_{an} > d_{ap}} d_{an} + m\big)",
        Names = new() { Chinese = "半难三元组损失" },
        Translations =
        [
            new(
                "sentence_transformers.losses.BatchSemiHardTripletLoss(margin=5.0)",
                "triplet-semi-hard:margin={margin}"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(TripletSemiHardLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new MinedTripletLoss(
                PairMeasure.Euclidean, TripletMining.SemiHard, TupleMean.OverAll, _margin.Value)
            .Terms(tape, inputs);
}
