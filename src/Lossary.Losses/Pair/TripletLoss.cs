using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>An embedding alike has to be nearer to the anchor than one unlike, by a margin.</summary>
/// <remarks>
/// <code>
/// L = max(0, d(a, p) − d(a, q) + m)        with d(x, y) = (Σₖ |xₖ − yₖ + ε|ᵖ)^(1/p)
/// </code>
/// With the swap, d(a, q) is the smaller of d(a, q) and d(p, q) (V. Balntas et al., BMVC 2016). For other distances
/// see DistanceTripletLoss. Reference: F. Schroff, D. Kalenichenko and J. Philbin, "FaceNet: A Unified Embedding for
/// Face Recognition and Clustering", CVPR 2015, arXiv:1503.03832.
/// </remarks>
/// <param name="margin">How much nearer the positive has to be.</param>
/// <param name="power">p of the norm: 2 for Euclidean, 1 for city block; 1 and above.</param>
/// <param name="epsilon">
/// ε, added to each difference, as PyTorch does with 1e-6; with 0 equal vectors are 0 apart and pull nowhere.
/// </param>
/// <param name="swap">
/// 1 to measure the negative from the positive where it is nearer to that than to the anchor; else 0.
/// </param>
public readonly struct TripletLoss(double margin, double power, double epsilon, double swap)
    : IGraphLoss<TripletLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1, Domain.NonNegative, "how much nearer the positive has to be");

    private static readonly ParameterCard PowerCard = new(
        "power", @"\rho", 2, new Domain(1, double.PositiveInfinity, true, false),
        "the order of the norm: 2 for Euclidean, 1 for city block");

    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 0, Domain.NonNegative, "added to each difference; PyTorch has 1e-6");

    private static readonly ParameterCard SwapCard = new(
        "swap", @"s", 0, new Domain(0, 1, true, true, EndsOnly: true),
        "1 to measure the negative from the positive where that is nearer");

    private readonly Parameter _margin = MarginCard.Bind(margin);
    private readonly Parameter _power = PowerCard.Bind(power);
    private readonly Parameter _epsilon = EpsilonCard.Bind(epsilon);
    private readonly Parameter _swap = SwapCard.Bind(swap);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "triplet",
        Title = "triplet margin",
        Use = "Embeddings by triplets: an anchor, one alike, one unlike.",
        Avoid = "Random triplets soon teach nothing: mine them within labelled batches (triplet-batch-hard, "
            + "triplet-semi-hard).",
        Reference = "F. Schroff, D. Kalenichenko, J. Philbin, FaceNet: A Unified Embedding for Face Recognition "
            + "and Clustering, 2015, arXiv:1503.03832",
        Latex = @"\max(0, \lVert a - p\rVert_\rho - \lVert a - q\rVert_\rho + m)",
        Aliases = ["triplet-margin"],
        Names = new() { PyTorch = "TripletMarginLoss", Chinese = "三元组损失" },
        Translations =
        [
            new("torch.nn.TripletMarginLoss(margin=1.0, p=2.0, eps=1e-06)",
                "triplet:margin={margin},power={p},epsilon={eps}"),
            new("torch.nn.TripletMarginLoss(margin=1.0, p=2.0, eps=1e-06, swap=True)",
                "triplet:margin={margin},power={p},epsilon={eps},swap=1"),
            new("optax.losses.triplet_margin_loss(margin=1.0, norm_degree=2, eps=1e-06)",
                "triplet:margin={margin},power={norm_degree}", "eps is added to the sum there"),
            new(
                "sentence_transformers.losses.TripletLoss(triplet_margin=5.0)",
                "triplet:margin={triplet_margin},epsilon=1e-6"),
            new(
                "torch.nn.TripletMarginWithDistanceLoss(margin=1.0)",
                "triplet:margin={margin},epsilon=1e-6",
                "for the distance that it takes by default; DistanceTripletLoss takes another"),
            new(
                "torch.nn.TripletMarginWithDistanceLoss(margin=1.0, swap=True)",
                "triplet:margin={margin},epsilon=1e-6,swap=1",
                "for the distance that it takes by default; DistanceTripletLoss takes another"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard, PowerCard, EpsilonCard, SwapCard],
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
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PowerDistance distance = new(_power.Value, _epsilon.Value);
        if (_swap.Value > 0)
        {
            return new DistanceTripletLoss<PowerDistance>(distance, _margin.Value, swap: true).Terms(tape, inputs);
        }

        (Tensor<T> near, Tensor<T> far) =
            distance.OfTriplets(tape, inputs["anchor"], inputs["positive"], inputs["negative"]);
        return new(tape.Formula(new DistanceHinge(_margin), near, far));
    }
}
