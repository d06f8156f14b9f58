using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>ArcFace for classes that have several centers each, of which the nearest counts alone.</summary>
/// <remarks>
/// <code>
/// L = −ln softmax_y( s cos(θ_y + m), s cos θₖ )        cos θₖ = maxⱼ cos(z, wₖⱼ)
/// </code>
/// Wrong labels gather at a center of their own, away from the one that most samples share: three centers are the
/// paper's choice. With one center each it is arcface. The cosines are computed in blocks of rows; the whole matrix is
/// never stored. Of equally near centers the first counts. Reference: J. Deng, J. Guo, T. Liu, M. Gong, S. Zafeiriou,
/// "Sub-center ArcFace: Boosting Face Recognition by Large-Scale Noisy Web Faces", ECCV 2020,
/// doi:10.1007/978-3-030-58621-8_43.
/// </remarks>
/// <param name="scale">What cosines are multiplied by; positive.</param>
/// <param name="margin">What is added to the true angle, in radians; 0 to π.</param>
/// <param name="monotone">1 to keep the logit falling beyond θ + m = π; else 0.</param>
public readonly struct SubcenterArcFaceLoss(double scale, double margin, double monotone)
    : IGraphLoss<SubcenterArcFaceLoss>, IDocumentedLoss
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
        Key = "subcenter-arcface",
        Title = "sub-center ArcFace",
        Use = "Recognition of many classes whose labels are noisy, or that look like several kinds each.",
        Avoid = "Clean labels: arcface has one center a class and is stricter within it.",
        Reference = "J. Deng, J. Guo, T. Liu, M. Gong, S. Zafeiriou, Sub-center ArcFace: Boosting Face Recognition by "
            + "Large-Scale Noisy Web Faces, 2020, doi:10.1007/978-3-030-58621-8_43",
        Latex = @"-\ln \frac{e^{s \cos(\theta_y + m)}}{e^{s \cos(\theta_y + m)} + \sum_{k \ne y} e^{s \cos \theta_k}}, "
            + @"\quad \cos \theta_k = \max_j \cos(z, w_{kj})",
        Aliases = ["sub-center-arcface", "sub-centre-arcface"],
        Names = new() { Chinese = "子中心加性角度间隔损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.SubCenterArcFaceLoss(margin=28.6, scale=64)",
                "subcenter-arcface:scale={scale},margin={margin*3.141592653589793/180}",
                "the centers belong to the loss there, and the margin is in degrees"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [ScaleCard, MarginCard, MonotoneCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        PairInputs.Embeddings,
        new("centers", "w", InputKind.Real, "k, m, d", "the centers of each class, parameters of the model")
        {
            IsDifferentiable = true,
        },
        BatchInputs.Target,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> centers = inputs["centers"];
        int classes = centers.Shape[0], kinds = centers.Shape[1];
        AngleMargin shift = new(_margin.Value, _monotone.Value > 0);
        NearestCenterTerm term = new(
            new SoftmaxTerm<AngleMargin>(_scale.Value, [], excludesSelf: false, shift),
            inputs.Whole(tape, "target"), kinds);
        Tensor<T> rows = tape.Reshape(centers, new Shape(classes * kinds, centers.Shape[2]));
        return new(tape.BatchTerms(term, PairMeasure.Cosine, inputs["embeddings"], rows).Values);
    }
}
