using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Images have to find their texts and texts their images: InfoNCE both ways.</summary>
/// <remarks>
/// <code>
/// Lᵢ = −½ ln( e^(cᵢᵢ/τ) / Σⱼ e^(cᵢⱼ/τ) ) − ½ ln( e^(cᵢᵢ/τ) / Σⱼ e^(cⱼᵢ/τ) )        with cᵢⱼ = cos(uᵢ, vⱼ)
/// </code>
/// The scale is 1/τ, or e^s/τ with a learned s. Similarities are computed in blocks of rows: memory grows with the
/// batch, not with its square. Reference: A. Radford et al., "Learning Transferable Visual Models From Natural
/// Language Supervision", ICML 2021, arXiv:2103.00020.
/// </remarks>
/// <param name="temperature">What cosines are divided by; positive.</param>
public readonly struct ClipLoss(double temperature) : IGraphLoss<ClipLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.07, Domain.Positive, "what cosines are divided by");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "clip",
        Title = "CLIP",
        Use = "Two kinds of things that belong together in pairs, such as images and texts, in large batches.",
        Avoid = "Small batches, or batches spread over machines: SigLIP needs no sum over the batch.",
        Reference = "A. Radford, J. W. Kim, C. Hallacy and others, Learning Transferable Visual Models From "
            + "Natural Language Supervision, 2021, arXiv:2103.00020",
        Latex = @"-\tfrac{1}{2} \ln \frac{e^{\cos(u_i, v_i) / \tau}}{\sum_j e^{\cos(u_i, v_j) / \tau}}"
            + @" - \tfrac{1}{2} \ln \frac{e^{\cos(u_i, v_i) / \tau}}{\sum_j e^{\cos(u_j, v_i) / \tau}}",
        Aliases = ["symmetric-info-nce"],
        Names = new() { Chinese = "对称对比损失" },
        Translations =
        [
            new(
                "sentence_transformers.losses.MultipleNegativesSymmetricRankingLoss(scale=20.0)",
                "clip:temperature={1/scale}"),
            new("open_clip.loss.ClipLoss()", "clip", "takes normalised embeddings, and the scale 1/τ as an input"),
        ],
        Tasks = LossTask.SelfSupervised | LossTask.MetricLearning,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("image", "u", InputKind.Real, "n, d", "the embedding of one thing of each pair")
        {
            IsDifferentiable = true,
        },
        new("text", "v", InputKind.Real, "n, d", "the embedding of the other") { IsDifferentiable = true },
        BatchInputs.LogScale,
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> image = BatchInputs.ScaledDirections(tape, inputs["image"], inputs);
        Tensor<T> text = tape.NormaliseRows(inputs["text"]);
        SoftmaxTerm<NoMargin> term = new(
            1 / _temperature.Value, BatchInputs.Diagonal(tape, image.Shape[0]), excludesSelf: false);
        Tensor<T> texts = tape.BatchTerms(term, PairMeasure.Dot, image, text).Values;
        Tensor<T> images = tape.BatchTerms(term, PairMeasure.Dot, text, image).Values;
        return new(tape.Scale(tape.Add(texts, images), 0.5));
    }
}
