using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>NT-Xent without the positive in the sum: small batches learn as fast as large ones.</summary>
/// <remarks>
/// <code>
/// Lᵢ = −cᵢₚ/τ + ln Σ_{j≠i,p} e^(cᵢⱼ/τ)        p = i ± n/2
/// </code>
/// The first views of all samples stand first, then the second ones in the same order. Reference: C.-H. Yeh et al.,
/// "Decoupled Contrastive Learning", ECCV 2022, arXiv:2110.06848.
/// </remarks>
/// <param name="temperature">What cosines are divided by; positive.</param>
public readonly struct DecoupledContrastiveLoss(double temperature)
    : IGraphLoss<DecoupledContrastiveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.1, Domain.Positive, "what cosines are divided by");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dcl",
        Title = "decoupled contrastive",
        Use = "Representations without labels from two views of each sample, in batches that are not large.",
        Avoid = "Large batches gain nothing over NT-Xent.",
        Reference = "C.-H. Yeh, C.-Y. Hong, Y.-C. Hsu, T.-L. Liu, Y. Chen, Y. LeCun, Decoupled Contrastive "
            + "Learning, 2022, arXiv:2110.06848",
        Latex = @"-\cos(z_i, z_p) / \tau + \ln \sum_{j \ne i, p} e^{\cos(z_i, z_j) / \tau}",
        Aliases = ["decoupled-contrastive"],
        Names = new() { Chinese = "解耦对比损失" },
        Translations =
        [
            new("lightly.loss.DCLLoss(temperature=0.1)", "dcl:temperature={temperature}", "takes the two views apart"),
        ],
        Tasks = LossTask.SelfSupervised | LossTask.MetricLearning,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> embeddings = inputs["embeddings"];
        int half = BatchInputs.HalfOf(embeddings);
        ContrastTerm term = new(
            1 / _temperature.Value, countsPositives: false, (i, j) => i == j ? 0 : int.Abs(i - j) == half ? 1 : -1);
        return tape.BatchTerms(term, PairMeasure.Cosine, embeddings, embeddings);
    }
}
