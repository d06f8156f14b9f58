using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Predicted boxes are matched with the true ones at the least cost, one to one; those matched are to be right, the
/// others to say nothing.
/// </summary>
/// <remarks>
/// <code>
/// L = mean −w ln p + (5 Σ |b − t|₁ + 2 Σ giou(b, t)) / m     over an image's queries and its m true boxes
/// matched by the least −p + 5 |b − t|₁ + 2 giou(b, t)
/// </code>
/// Each image is divided by its own boxes and its own weights. The matching has no gradient: it is by definition
/// constant. An image is matched in O(m² q). Edges are compared, where the paper compares centres and extents.
/// Reference: N. Carion et al., End-to-End Object Detection with Transformers, 2020, arXiv:2005.12872.
/// </remarks>
/// <param name="nothing">What a query weighs that is to say nothing; positive.</param>
/// <param name="distance">What the distance of edges weighs; not negative.</param>
/// <param name="overlap">What the generalised overlap weighs; not negative.</param>
public readonly struct SetPredictionLoss(double nothing, double distance, double overlap)
    : IGraphLoss<SetPredictionLoss>, IDocumentedLoss
{
    private static readonly ParameterCard NothingCard = new(
        "nothing", "w_0", 0.1, Domain.Positive, "what a query weighs that is to say nothing");

    private static readonly ParameterCard DistanceCard = new(
        "distance", @"\lambda_1", 5, Domain.NonNegative, "what the distance of edges weighs");

    private static readonly ParameterCard OverlapCard = new(
        "overlap", @"\lambda_2", 2, Domain.NonNegative, "what the generalised overlap weighs");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "set-prediction",
        Title = "set prediction (DETR)",
        Use = "Detection without anchors and without suppressing duplicates.",
        Avoid = "Images hold far more objects than there are queries: each object needs one.",
        Reference = "N. Carion et al., End-to-End Object Detection with Transformers, 2020, arXiv:2005.12872",
        Latex = @"\overline{-w \ln p} + \frac{1}{m} \sum (\lambda_1 \lvert b - t \rvert_1 + \lambda_2 \, "
            + @"\mathrm{giou}(b, t))",
        Aliases = ["detr", "hungarian"],
        Names = new() { Chinese = "集合预测损失（DETR）" },
        Tasks = LossTask.Detection,
        Parameters = [NothingCard, DistanceCard, OverlapCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, q, c", "each query's classes; the last one is nothing")
        {
            IsDifferentiable = true,
        },
        new("boxes", "b", InputKind.Box, "n, q, 4", "each query's box, in shares of the image")
        {
            IsDifferentiable = true,
        },
        new("classes", "y", InputKind.ClassNumber, "n, m", "the true classes") { Below = "c" },
        new("target-boxes", "t", InputKind.Box, "n, m, 4", "the true boxes"),
        new("count", @"\lvert t \rvert", InputKind.StepCount, "n", "how many true boxes an image has") { Below = "m" },
    ];

    /// <summary>What a query weighs that is to say nothing.</summary>
    public Parameter Nothing { get; } = NothingCard.Bind(nothing);

    /// <summary>What the distance of edges weighs.</summary>
    public Parameter Distance { get; } = DistanceCard.Bind(distance);

    /// <summary>What the generalised overlap weighs.</summary>
    public Parameter Overlap { get; } = OverlapCard.Bind(overlap);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = inputs.Extent("n"), q = inputs.Extent("q"), m = inputs.Extent("m");
        BoxMatching matching = BoxMatching.Of(tape, inputs, Distance.Value, Overlap.Value);
        Tensor<T> costs = Classes(tape, inputs["logits"], matching);
        Tensor<T> boxes = tape.Gather(tape.Reshape(inputs["boxes"], new Shape(n * q, 4)), matching.Queries<T>(tape));
        Tensor<T> target = tape.Reshape(inputs["target-boxes"], new Shape(n * m, 4));
        Tensor<T> edges = tape.Sum(tape.Abs(tape.Subtract(boxes, target)), [-1]);
        LossInputs<T> pairs = new() { ["prediction"] = boxes, ["target"] = target };
        Tensor<T> giou = FormulaOperation.Compute(default(GeneralisedIntersectionOverUnionLoss), tape, pairs);
        Tensor<T> each = tape.Add(tape.Scale(edges, Distance.Value), tape.Scale(giou, Overlap.Value));
        Tensor<T> shares = tape.Multiply(each, matching.Shares<T>(tape));
        return new(tape.Add(costs, tape.Sum(tape.Reshape(shares, new Shape(n, m)), [-1])));
    }

    /// <summary>Each image's mean cross-entropy over its queries, <c>[n]</c>.</summary>
    private Tensor<T> Classes<T>(Tape<T> tape, Tensor<T> logits, BoxMatching matching)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> shares = matching.ClassShares<T>(tape, logits.Shape[2], Nothing.Value);
        return tape.Negate(tape.Sum(tape.Multiply(shares, tape.LogSoftmax(logits)), [-2, -1]));
    }
}
