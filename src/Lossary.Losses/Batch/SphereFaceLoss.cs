using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A softmax over cosines to the classes in which the true angle counts several times.</summary>
/// <remarks>
/// <code>
/// L = −ln softmax_y( s ψ(θ_y), s cos θₖ )        ψ(θ) = (−1)ᵏ cos(mθ) − 2k for mθ in [kπ, (k + 1)π]
/// </code>
/// Embeddings are normalised too, and the scale takes the place of their length. Reference: W. Liu et al.,
/// "SphereFace: Deep Hypersphere Embedding for Face Recognition", CVPR 2017, arXiv:1704.08063; with normalised
/// embeddings: SphereFace Revived, arXiv:2109.05565.
/// </remarks>
/// <param name="scale">What cosines are multiplied by; positive.</param>
/// <param name="margin">What the true angle is multiplied by; 1 to 4.</param>
public readonly struct SphereFaceLoss(double scale, double margin) : IGraphLoss<SphereFaceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"s", 30, Domain.Positive, "what cosines are multiplied by");

    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 1.5, new Domain(1, 4, true, true), "what the true angle is multiplied by");

    private readonly Parameter _scale = ScaleCard.Bind(scale);
    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sphereface",
        Title = "SphereFace",
        Use = "Recognition of many classes by normalised embeddings, after the first of the angular margins.",
        Avoid = "New work: ArcFace and CosFace are easier to train.",
        Reference = "W. Liu, Y. Wen, Z. Yu, M. Li, B. Raj, L. Song, SphereFace: Deep Hypersphere Embedding for "
            + "Face Recognition, 2017, arXiv:1704.08063",
        Latex = @"-\ln \frac{e^{s \psi(\theta_y)}}{e^{s \psi(\theta_y)} + \sum_{k \ne y} e^{s \cos \theta_k}}",
        Aliases = ["angular-softmax"],
        Names = new() { Chinese = "超球面人脸损失" },
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
        SoftmaxTerm<MultipliedAngle> term = new(
            _scale.Value, inputs.Whole(tape, "target"), excludesSelf: false, new MultipliedAngle(_margin.Value));
        return new(tape.BatchTerms(term, PairMeasure.Cosine, inputs["embeddings"], inputs["class-vectors"]).Values);
    }
}
