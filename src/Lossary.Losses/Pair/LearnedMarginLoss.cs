using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Pairs alike have to be nearer than a learned boundary by a margin, pairs unlike as much farther.</summary>
/// <remarks>
/// <code>
/// L = max(0, m + t (d − β))        with d = ‖x − y‖
/// </code>
/// β is a parameter of the model: one number for each pair, gathered from one of each class or all the same.
/// Reference: C.-Y. Wu, R. Manmatha, A. Smola and P. Krähenbühl, "Sampling Matters in Deep Embedding Learning", ICCV
/// 2017, arXiv:1706.07567.
/// </remarks>
/// <param name="margin">The distance that pairs keep from the boundary.</param>
public readonly struct LearnedMarginLoss(double margin) : IGraphLoss<LearnedMarginLoss>, IDocumentedLoss
{
    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 0.2, Domain.NonNegative, "the distance that pairs keep from the boundary");

    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "learned-margin",
        Title = "margin with a learned boundary",
        Use = "Pairs from classes of different spread: the boundary between alike and unlike is learned too.",
        Avoid = "A few classes of equal spread: the fixed margin of contrastive has nothing to learn.",
        Reference = "C.-Y. Wu, R. Manmatha, A. Smola, P. Krähenbühl, Sampling Matters in Deep Embedding "
            + "Learning, 2017, arXiv:1706.07567",
        Latex = @"\max\big(0, m + t (\lVert x - y\rVert - \beta)\big)",
        Aliases = ["margin-loss"],
        Names = new() { Chinese = "可学习边界间隔损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.MarginLoss(margin=0.2)",
                "learned-margin:margin={margin}",
                "beta=1.2 is an input here; the mean is over the pairs that cost something; embeddings are "
                    + "normalised there first"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Left,
        PairInputs.Right,
        new("target", "t", InputKind.Sign, "n", "+1 for a pair alike, −1 for one unlike"),
        new("boundary", @"\beta", InputKind.Real, "n", "the distance between alike and unlike, for each pair")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> distance = tape.RowMeasure(default(EuclideanRows), inputs["left"], inputs["right"]);
        return new(tape.Formula(new Hinge(_margin), distance, inputs["target"], inputs["boundary"]));
    }

    /// <summary>The distance, +1 or −1, and the boundary.</summary>
    private readonly struct Hinge(Parameter margin) : ISampleFormula
    {
        private readonly Parameter _margin = margin;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            TLane.AtLeast((x[1] * (x[0] - x[2])) + _margin, 0);
    }
}
