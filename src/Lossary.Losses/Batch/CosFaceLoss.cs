using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A softmax over cosines to the classes in which the true cosine counts as smaller by a margin.</summary>
/// <remarks>
/// <code>
/// L = −ln softmax_y( s (cos θ_y − m), s cos θₖ )        cos θₖ = cos(z, wₖ)
/// </code>
/// Reference: H. Wang et al., "CosFace: Large Margin Cosine Loss for Deep Face Recognition", CVPR 2018,
/// arXiv:1801.09414; the same as AM-Softmax, arXiv:1801.05599.
/// </remarks>
/// <param name="scale">What cosines are multiplied by; positive.</param>
/// <param name="margin">What is taken off the true cosine; 0 to 2.</param>
public readonly struct CosFaceLoss(double scale, double margin) : IGraphLoss<CosFaceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"s", 64, Domain.Positive, "what cosines are multiplied by");

    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 0.35, new Domain(0, 2, true, true), "what is taken off the true cosine");

    private readonly Parameter _scale = ScaleCard.Bind(scale);
    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "cosface",
        Title = "CosFace",
        Use = "Recognition of many classes by normalised embeddings; easier to train than ArcFace.",
        Avoid = "Few classes that a plain softmax separates already.",
        Reference = "H. Wang, Y. Wang, Z. Zhou, X. Ji, D. Gong, J. Zhou, Z. Li, W. Liu, CosFace: Large Margin "
            + "Cosine Loss for Deep Face Recognition, 2018, arXiv:1801.09414",
        Latex =
            @"-\ln \frac{e^{s (\cos \theta_y - m)}}{e^{s (\cos \theta_y - m)} + \sum_{k \ne y} e^{s \cos \theta_k}}",
        Aliases = ["am-softmax"],
        Names = new() { Chinese = "大间隔余弦损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.CosFaceLoss(margin=0.35, scale=64)",
                "cosface:scale={scale},margin={margin}",
                "it holds the class vectors, which are inputs here"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [ScaleCard, MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        BatchInputs.ClassVectors,
        BatchInputs.Target,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SoftmaxTerm<CosineMargin> term = new(
            _scale.Value, inputs.Whole(tape, "target"), excludesSelf: false, new CosineMargin(_margin.Value));
        return new(tape.BatchTerms(term, PairMeasure.Cosine, inputs["embeddings"], inputs["class-vectors"]).Values);
    }
}
