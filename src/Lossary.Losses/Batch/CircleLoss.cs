using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Each similarity is pulled the harder the farther it is from where it should be.</summary>
/// <remarks>
/// <code>
/// Lᵢ = ln(1 + Σ_n e^(γ αₙ (sₙ − m)) Σ_p e^(−γ αₚ (sₚ − 1 + m)))        αₙ = [sₙ + m]₊, αₚ = [1 + m − sₚ]₊
/// </code>
/// The gradient holds α constant, as in the paper. Similarities are cosines. Reference: Y. Sun et al., "Circle Loss:
/// A Unified Perspective of Pair Similarity Optimization", CVPR 2020, arXiv:2002.10857.
/// </remarks>
/// <param name="gamma">What weighted similarities are multiplied by; positive.</param>
/// <param name="margin">How far positives may stay below 1 and negatives above 0; 0 to 1.</param>
public readonly struct CircleLoss(double gamma, double margin) : IGraphLoss<CircleLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 80, Domain.Positive, "what weighted similarities are multiplied by");

    private static readonly ParameterCard MarginCard = new(
        "margin", @"m", 0.4, new Domain(0, 1, true, true),
        "how far positives may stay below 1 and negatives above 0");

    private readonly Parameter _gamma = GammaCard.Bind(gamma);
    private readonly Parameter _margin = MarginCard.Bind(margin);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "circle",
        Title = "circle",
        Use = "Labelled batches where positives and negatives are to be pulled at their own pace.",
        Avoid = "A loss that is to be compared between runs: its value is not what its gradient descends.",
        Reference = "Y. Sun, C. Cheng, Y. Zhang, C. Zhang, L. Zheng, Z. Wang, Y. Wei, Circle Loss: A Unified "
            + "Perspective of Pair Similarity Optimization, 2020, arXiv:2002.10857",
        Latex = @"\ln\Big(1 + \sum_n e^{\gamma [s_n + m]_+ (s_n - m)}"
            + @" \sum_p e^{-\gamma [1 + m - s_p]_+ (s_p - 1 + m)}\Big)",
        Names = new() { Chinese = "圆损失" },
        Translations =
        [
            new("pytorch_metric_learning.losses.CircleLoss(m=0.4, gamma=80)", "circle:gamma={gamma},margin={m}"),
            new("keras.losses.Circle(gamma=80.0, margin=0.4)", "circle:gamma={gamma},margin={margin}"),
        ],
        Tasks = LossTask.MetricLearning,
        Parameters = [GammaCard, MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } = [PairInputs.Embeddings, PairInputs.Labels];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public static void Arrange(CircleLoss loss, LossInputs<double> inputs, RandomStream random) =>
        BatchInputs.ArrangeLabels(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CircleTerm term = new(_gamma.Value, _margin.Value, inputs.Whole(tape, "labels"));
        return tape.BatchTerms(term, PairMeasure.Cosine, inputs["embeddings"], inputs["embeddings"]);
    }
}
