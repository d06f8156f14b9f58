using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A softmax over angles to the classes in which the true angle counts as larger by a margin.</summary>
/// <remarks>
/// <code>
/// L = −ln softmax_y( s cos(θ_y + m), s cos θₖ )        cos θₖ = cos(z, wₖ)
/// </code>
/// Where θ + m is beyond π the monotone form takes cos θ − m sin m; without it the cosine turns back up. The gradient
/// is finite also at θ = 0 and π. Reference: J. Deng, J. Guo, N. Xue and S. Zafeiriou, "ArcFace: Additive Angular
/// Margin Loss for Deep Face Recognition", CVPR 2019, arXiv:1801.07698.
/// </remarks>
/// <param name="scale">What cosines are multiplied by; positive.</param>
/// <param name="margin">What is added to the true angle, in radians; 0 to π.</param>
/// <param name="monotone">1 to keep the logit falling beyond θ + m = π; else 0.</param>
public readonly struct ArcFaceLoss(double scale, double margin, double monotone)
    : IGraphLoss<ArcFaceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"s", 64, Domain.Positive, "what cosines are multiplied by");

    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 0.5, new Domain(0, Math.PI, true, true), "what is added to the true angle, in radians");

    private static readonly ParameterCard MonotoneCard = new(
        "monotone", @"u", 1, new Domain(0, 1, true, true, EndsOnly: true),
        "1 to keep the logit falling beyond θ + m = π");

    private readonly Parameter _scale = ScaleCard.Bind(scale);
    private readonly Parameter _margin = MarginCard.Bind(margin);
    private readonly Parameter _monotone = MonotoneCard.Bind(monotone);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "arcface",
        Title = "ArcFace",
        Use = "Recognition of many classes by normalised embeddings: faces, products, voices.",
        Avoid = "Noisy labels, or a cold start: begin with a small margin, or CosFace.",
        Reference = "J. Deng, J. Guo, N. Xue, S. Zafeiriou, ArcFace: Additive Angular Margin Loss for Deep Face "
            + "Recognition, 2019, arXiv:1801.07698",
        Latex = @"-\ln \frac{e^{s \cos(\theta_y + m)}}{e^{s \cos(\theta_y + m)} + \sum_{k \ne y} e^{s \cos \theta_k}}",
        Aliases = ["additive-angular-margin"],
        Names = new() { Chinese = "加性角度间隔损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.ArcFaceLoss(margin=28.6, scale=64)",
                "arcface:scale={scale},margin={margin*0.017453292519943295}",
                "the margin is in degrees there; it holds the class vectors, which are inputs here"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [ScaleCard, MarginCard, MonotoneCard],
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
        SoftmaxTerm<AngleMargin> term = new(
            _scale.Value, inputs.Whole(tape, "target"), excludesSelf: false,
            new AngleMargin(_margin.Value, _monotone.Value > 0));
        return new(tape.BatchTerms(term, PairMeasure.Cosine, inputs["embeddings"], inputs["class-vectors"]).Values);
    }
}
