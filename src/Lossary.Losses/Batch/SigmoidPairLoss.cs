using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Whether an image and a text belong together is a yes or no for each of all pairs: no softmax over the batch.
/// </summary>
/// <remarks>
/// <code>
/// Lᵢ = −Σⱼ ln σ( yᵢⱼ (t cos(uᵢ, vⱼ) + b) )        yᵢⱼ = 1 for i = j, else −1
/// </code>
/// The scale is t, or t e^s with a learned s; the bias likewise b, or b plus a learned number. Similarities are
/// computed in blocks of rows: memory grows with the batch, not with its square. Reference: X. Zhai, B. Mustafa, A.
/// Kolesnikov and L. Beyer, "Sigmoid Loss for Language Image Pre-Training", ICCV 2023, arXiv:2303.15343.
/// </remarks>
/// <param name="scale">What cosines are multiplied by; positive.</param>
/// <param name="bias">What is added: negative, for most pairs do not belong together.</param>
public readonly struct SigmoidPairLoss(double scale, double bias) : IGraphLoss<SigmoidPairLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ScaleCard = new(
        "scale", @"t", 10, Domain.Positive, "what cosines are multiplied by");

    private static readonly ParameterCard BiasCard = new(
        "bias", @"b", -10, Domain.Real, "what is added");

    private readonly Parameter _scale = ScaleCard.Bind(scale);
    private readonly Parameter _bias = BiasCard.Bind(bias);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "siglip",
        Title = "SigLIP",
        Use = "Two kinds of things that belong together in pairs, also in small batches or spread over machines.",
        Avoid = "Few pairs of positives among very many: the start needs a bias near −10.",
        Reference = "X. Zhai, B. Mustafa, A. Kolesnikov, L. Beyer, Sigmoid Loss for Language Image "
            + "Pre-Training, 2023, arXiv:2303.15343",
        Latex = @"-\sum_j \ln \sigma\big(y_{ij} (t \cos(u_i, v_j) + b)\big)",
        Aliases = ["sigmoid-contrastive"],
        Names = new() { Chinese = "成对 sigmoid 损失" },
        Translations =
        [
            new("open_clip.loss.SigLipLoss()", "siglip", "takes normalised embeddings, and scale and bias as inputs"),
        ],
        Tasks = LossTask.SelfSupervised | LossTask.MetricLearning,
        Parameters = [ScaleCard, BiasCard],
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
        new("shift", "a", InputKind.Real, "1", "a learned number on top of the bias")
        {
            IsDifferentiable = true,
            IsOptional = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> image = BatchInputs.ScaledDirections(tape, inputs["image"], inputs);
        Tensor<T> text = tape.NormaliseRows(inputs["text"]);
        SigmoidTerm term = new(_scale.Value, _bias.Value);
        if (inputs.Find("shift") is { } shift)
        {
            // One more column: 1/t for every image, the shift for every text.
            Shape column = new(image.Shape[0], 1);
            Tensor<T> ones = tape.Rent(column);
            ones.Values.Fill(T.CreateTruncating(1 / _scale.Value));
            image = tape.Concatenate(1, image, ones);
            text = tape.Concatenate(1, text, tape.BroadcastTo(shift, column));
        }

        return new(tape.BatchTerms(term, PairMeasure.Dot, image, text).Values);
    }
}
