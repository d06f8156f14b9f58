using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>An embedding alike has to make a smaller angle with the anchor than one unlike, by a margin.</summary>
/// <remarks>
/// <code>
/// L = max(0, cos(a, q) − cos(a, p) + m)
/// </code>
/// With the swap, cos(a, q) is the larger of cos(a, q) and cos(p, q). Reference: F. Schroff, D. Kalenichenko and J.
/// Philbin, "FaceNet: A Unified Embedding for Face Recognition and Clustering", CVPR 2015, arXiv:1503.03832, whose
/// distance of unit vectors it halves and squares.
/// </remarks>
/// <param name="margin">How much nearer the positive has to be.</param>
/// <param name="swap">
/// 1 to measure the negative from the positive where it is nearer to that than to the anchor; else 0.
/// </param>
public readonly struct CosineTripletLoss(double margin, double swap) : IGraphLoss<CosineTripletLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 0.5, Domain.NonNegative, "how much nearer the positive has to be");

    private static readonly ParameterCard SwapCard = new(
        "swap", @"s", 0, new Domain(0, 1, true, true, EndsOnly: true),
        "1 to measure the negative from the positive where that is nearer");

    private readonly Parameter _margin = MarginCard.Bind(margin);
    private readonly Parameter _swap = SwapCard.Bind(swap);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cosine-triplet",
        Title = "cosine triplet",
        Use = "Embeddings by triplets where only directions count: texts, normalised features.",
        Avoid = "Random triplets soon teach nothing: mine them within labelled batches.",
        Reference = "F. Schroff, D. Kalenichenko, J. Philbin, FaceNet: A Unified Embedding for Face Recognition "
            + "and Clustering, 2015, arXiv:1503.03832",
        Latex = @"\max(0, \cos(a, q) - \cos(a, p) + m)",
        Names = new() { PyTorch = "TripletMarginWithDistanceLoss", Chinese = "余弦三元组损失" },
        Translations =
        [
            new(
                "torch.nn.TripletMarginWithDistanceLoss(distance_function=one_minus_cosine, margin=1.0)",
                "cosine-triplet:margin={margin}",
                "the function is 1 − the cosine, whatever its name"),
            new(
                "torch.nn.TripletMarginWithDistanceLoss(distance_function=one_minus_cosine, margin=1.0, swap=True)",
                "cosine-triplet:margin={margin},swap=1",
                "the function is 1 − the cosine, whatever its name"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard, SwapCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Anchor,
        PairInputs.Positive,
        PairInputs.Negative,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new DistanceTripletLoss<CosineDistance>(default, _margin.Value, _swap.Value > 0).Terms(tape, inputs);
}
