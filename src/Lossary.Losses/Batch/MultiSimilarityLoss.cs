using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Each positive is weighed by how unlike it is and each negative by how like, among the others of its kind.
/// </summary>
/// <remarks>
/// <code>
/// Lᵢ = 1/α ln(1 + Σ_p e^(−α (cᵢₚ − λ))) + 1/β ln(1 + Σ_n e^(β (cᵢₙ − λ)))
/// </code>
/// All pairs count: the paper's mining is left to the choice of the batch. Reference: X. Wang, X. Han, W. Huang, D.
/// Dong and M. R. Scott, "Multi-Similarity Loss with General Pair Weighting for Deep Metric Learning", CVPR 2019,
/// arXiv:1904.06627.
/// </remarks>
/// <param name="alpha">How sharply the least like positives count; positive.</param>
/// <param name="beta">How sharply the most like negatives count; positive.</param>
/// <param name="threshold">The cosine between alike and unlike.</param>
public readonly struct MultiSimilarityLoss(double alpha, double beta, double threshold)
    : IGraphLoss<MultiSimilarityLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 2, Domain.Positive, "how sharply the least like positives count");

    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 50, Domain.Positive, "how sharply the most like negatives count");

    private static readonly ParameterCard ThresholdCard = new(
        "threshold", @"\lambda", 0.5, Domain.Real, "the cosine between alike and unlike");

    private readonly Parameter _alpha = AlphaCard.Bind(alpha);
    private readonly Parameter _beta = BetaCard.Bind(beta);
    private readonly Parameter _threshold = ThresholdCard.Bind(threshold);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "multi-similarity",
        Title = "multi-similarity",
        Use = "Labelled batches with several embeddings of each class: a strong general choice.",
        Avoid = "Classes that come up once in a batch have no positives: proxy-anchor.",
        Reference = "X. Wang, X. Han, W. Huang, D. Dong, M. R. Scott, Multi-Similarity Loss with General Pair "
            + "Weighting for Deep Metric Learning, 2019, arXiv:1904.06627",
        Latex = @"\frac{1}{\alpha} \ln\Big(1 + \sum_p e^{-\alpha (c_{ip} - \lambda)}\Big)"
            + @" + \frac{1}{\beta} \ln\Big(1 + \sum_n e^{\beta (c_{in} - \lambda)}\Big)",
        Aliases = ["ms"],
        Names = new() { Chinese = "多重相似度损失" },
        Translations =
        [
            new(
                "pytorch_metric_learning.losses.MultiSimilarityLoss(alpha=2, beta=50, base=0.5)",
                "multi-similarity:alpha={alpha},beta={beta},threshold={base}"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [AlphaCard, BetaCard, ThresholdCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(MultiSimilarityLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TwoSidedTerm term = new(_alpha.Value, _beta.Value, _threshold.Value, _threshold.Value,
            BatchInputs.Sides(inputs.Whole(tape, "labels")))
        {
            PositiveShare = 1 / _alpha.Value,
            NegativeShare = 1 / _beta.Value,
        };
        return tape.BatchTerms(term, PairMeasure.Cosine, inputs["embeddings"], inputs["embeddings"]);
    }
}
