using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each embedding has to find all others of its class among the batch.</summary>
/// <remarks>
/// <code>
/// Lᵢ = −1/|P(i)| Σ_{p∈P(i)} ln( e^(cᵢₚ/τ) / Σ_{j≠i} e^(cᵢⱼ/τ) )        P(i): the others of the class of i
/// </code>
/// The mean over positives stands outside the logarithm (the form L_out, which the paper found better). An embedding
/// that is alone in its class does not count. Similarities are computed in blocks of rows: memory grows with the
/// batch, not with its square. Reference: P. Khosla et al., "Supervised Contrastive Learning", NeurIPS 2020,
/// arXiv:2004.11362.
/// </remarks>
/// <param name="temperature">What cosines are divided by; positive.</param>
public readonly struct SupervisedContrastiveLoss(double temperature)
    : IGraphLoss<SupervisedContrastiveLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.1, Domain.Positive, "what cosines are divided by");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "supervised-contrastive",
        Title = "supervised contrastive",
        Use = "Embeddings from labelled classes, several of each in a batch; also as the first stage of a "
            + "classifier.",
        Avoid = "Batches where most classes come up once: hardly any positives; take proxies (proxy-anchor, "
            + "arcface).",
        Reference = "P. Khosla, P. Teterwak, C. Wang, A. Sarna, Y. Tian, P. Isola, A. Maschinot, C. Liu, D. "
            + "Krishnan, Supervised Contrastive Learning, 2020, arXiv:2004.11362",
        Latex = @"-\frac{1}{|P(i)|} \sum_{p \in P(i)}"
            + @" \ln \frac{e^{\cos(z_i, z_p) / \tau}}{\sum_{j \ne i} e^{\cos(z_i, z_j) / \tau}}",
        Aliases = ["supcon"],
        Names = new() { Chinese = "监督对比损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.SupConLoss(temperature=0.1)",
                "supervised-contrastive:temperature={temperature}"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(SupervisedContrastiveLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> embeddings = inputs["embeddings"];
        SupervisedContrastiveTerm term = new(1 / _temperature.Value, inputs.Whole(tape, "labels"));
        return tape.BatchTerms(term, PairMeasure.Cosine, embeddings, embeddings);
    }
}
