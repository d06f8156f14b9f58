using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each query has to find its own key among those of the whole batch: a softmax over cosines.</summary>
/// <remarks>
/// <code>
/// Lᵢ = −ln( e^(cᵢᵢ/τ) / Σⱼ e^(cᵢⱼ/τ) )        with cᵢⱼ = cos(qᵢ, kⱼ)
/// </code>
/// Further negatives, such as a queue of earlier keys, come last among the candidates. Similarities are computed in
/// blocks of rows: memory grows with the batch, not with its square. Reference: A. van den Oord, Y. Li and O.
/// Vinyals, "Representation Learning with Contrastive Predictive Coding", 2018, arXiv:1807.03748; the queue: K. He et
/// al., MoCo, arXiv:1911.05722.
/// </remarks>
/// <param name="temperature">What cosines are divided by; positive.</param>
public readonly struct InfoNceLoss(double temperature) : IGraphLoss<InfoNceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 0.07, Domain.Positive, "what cosines are divided by");

    private readonly Parameter _temperature = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "info-nce",
        Title = "InfoNCE",
        Use = "Pairs without labels, question and answer or two views, where all others of the batch serve as "
            + "negatives.",
        Avoid = "Batches with several keys that fit one query: they push apart what belongs together; take "
            + "supervised contrastive.",
        Reference = "A. van den Oord, Y. Li, O. Vinyals, Representation Learning with Contrastive Predictive "
            + "Coding, 2018, arXiv:1807.03748",
        Latex = @"-\ln \frac{e^{\cos(q_i, k_i) / \tau}}{\sum_j e^{\cos(q_i, k_j) / \tau}}",
        Aliases = ["infonce", "cpc", "multiple-negatives-ranking", "mnrl"],
        Names = new() { Chinese = "信息噪声对比估计损失" },
        Translations =
        [
            new(
                "sentence_transformers.losses.MultipleNegativesRankingLoss(scale=20.0)",
                "info-nce:temperature={1/scale}"),
        ],
        Tasks = LossTask.SelfSupervised | LossTask.MetricLearning,
        Parameters = [TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("query", "q", InputKind.Real, "n, d", "an embedding that looks for its key") { IsDifferentiable = true },
        new("key", "k", InputKind.Real, "n, d", "the key of each query") { IsDifferentiable = true },
        new("negatives", "u", InputKind.Real, "m, d", "further keys that fit no query")
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
        Tensor<T> query = inputs["query"], key = inputs["key"];
        Tensor<T> candidates = inputs.Find("negatives") is { } more ? tape.Concatenate(0, key, more) : key;
        SoftmaxTerm<NoMargin> term = new(
            1 / _temperature.Value, BatchInputs.Diagonal(tape, query.Shape[0]), excludesSelf: false);
        return new(tape.BatchTerms(term, PairMeasure.Cosine, query, candidates).Values);
    }
}
