using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Two views of each sample have to find each other among all views of the batch.</summary>
/// <remarks>
/// <code>
/// Lᵢ = −ln( e^(cᵢₚ/τ) / Σ_{j≠i} e^(cᵢⱼ/τ) )        with p = i ± n/2 and cᵢⱼ = cos(zᵢ, zⱼ)
/// </code>
/// The first views of all samples stand first, then the second ones in the same order. Similarities are computed in
/// blocks of rows: memory grows with the batch, not with its square. Reference: T. Chen, S. Kornblith, M. Norouzi and
/// G. Hinton, "A Simple Framework for Contrastive Learning of Visual Representations", ICML 2020, arXiv:2002.05709.
/// </remarks>
/// <param name="temperature">What cosines are divided by; positive.</param>
public readonly struct NormalisedTemperatureLoss(double temperature)
    : IGraphLoss<NormalisedTemperatureLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.5, Domain.Positive, "what cosines are divided by");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "nt-xent",
        Title = "NT-Xent",
        Use = "Representations without labels from two augmented views of each sample, in large batches.",
        Avoid = "Small batches have few negatives: take VICReg, Barlow Twins or SimSiam.",
        Reference = "T. Chen, S. Kornblith, M. Norouzi, G. Hinton, A Simple Framework for Contrastive Learning "
            + "of Visual Representations, 2020, arXiv:2002.05709",
        Latex = @"-\ln \frac{e^{\cos(z_i, z_p) / \tau}}{\sum_{j \ne i} e^{\cos(z_i, z_j) / \tau}}, \quad p = i \pm n/2",
        Aliases = ["ntxent", "simclr"],
        Names = new() { Chinese = "归一化温度交叉熵损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.NTXentLoss(temperature=0.07)",
                "nt-xent:temperature={temperature}",
                "pairs are those of one label"),
            new(
                "optax.losses.ntxent(temperature=0.07)",
                "nt-xent:temperature={temperature}",
                "pairs are those of one label"),
            new(
                "lightly.loss.NTXentLoss(temperature=0.5)",
                "nt-xent:temperature={temperature}",
                "takes the two views apart"),
            new(
                "monai.losses.ContrastiveLoss(temperature=0.5)",
                "nt-xent:temperature={temperature}",
                "takes the two views apart"),
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
        int[] partners = tape.RentArray<int>(2 * half);
        for (int i = 0; i < half; i++)
        {
            (partners[i], partners[half + i]) = (half + i, i);
        }

        SoftmaxTerm<NoMargin> term = new(1 / _temperature.Value, partners, excludesSelf: true);
        return new(tape.BatchTerms(term, PairMeasure.Cosine, embeddings, embeddings).Values);
    }
}
