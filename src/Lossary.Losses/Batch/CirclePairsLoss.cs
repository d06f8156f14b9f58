using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The circle loss of similarities that were computed before.</summary>
/// <remarks>
/// <code>
/// L = ln(1 + Σ_n e^(γ αₙ (sₙ − m)) Σ_p e^(−γ αₚ (sₚ − 1 + m)))        αₙ = [sₙ + m]₊, αₚ = [1 + m − sₚ]₊
/// </code>
/// One anchor's similarities, or those of a whole batch; one number comes out. The gradient holds α constant.
/// Reference: Y. Sun et al., "Circle Loss: A Unified Perspective of Pair Similarity Optimization", CVPR 2020,
/// arXiv:2002.10857.
/// </remarks>
/// <param name="gamma">What weighted similarities are multiplied by; positive.</param>
/// <param name="margin">How far positives may stay below 1 and negatives above 0; 0 to 1.</param>
public readonly struct CirclePairsLoss(double gamma, double margin) : IGraphLoss<CirclePairsLoss>, IDocumentedLoss
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
        Key = "circle-on-similarities",
        Title = "circle on similarities",
        Use = "Similarities from elsewhere: a memory of embeddings, another measure than the cosine.",
        Avoid = "A labelled batch of embeddings: circle makes the pairs itself.",
        Reference = "Y. Sun, C. Cheng, Y. Zhang, C. Zhang, L. Zheng, Z. Wang, Y. Wei, Circle Loss: A Unified "
            + "Perspective of Pair Similarity Optimization, 2020, arXiv:2002.10857",
        Latex = @"\ln\Big(1 + \sum_n e^{\gamma [s_n + m]_+ (s_n - m)}"
            + @" \sum_p e^{-\gamma [1 + m - s_p]_+ (s_p - 1 + m)}\Big)",
        Names = new() { Chinese = "相似度圆损失" },
        Tasks = LossTask.MetricLearning,
        Parameters = [GammaCard, MarginCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("positive", "s_p", InputKind.Real, "k", "similarities that should be 1") { IsDifferentiable = true },
        new("negative", "s_n", InputKind.Real, "m", "similarities that should be 0") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true, SecondOrder = SecondOrder.Held };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> positive = Logits(tape, inputs["positive"], -_gamma.Value, 1 + _margin.Value, 1 - _margin.Value);
        Tensor<T> negative = Logits(tape, inputs["negative"], _gamma.Value, -_margin.Value, _margin.Value);
        Tensor<T> sum = tape.Add(tape.LogSumExp(positive, [0]), tape.LogSumExp(negative, [0]));
        return new(tape.Formula(default(SoftplusOf), sum));
    }

    /// <summary>γ α (s − Δ) with α = |s − end| where s has not passed it, else 0: constant.</summary>
    private static Tensor<T> Logits<T>(Tape<T> tape, Tensor<T> similarities, double gamma, double end, double aim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> factors = tape.Rent(similarities.Shape), aims = tape.Rent(new Shape(1));
        aims.Values[0] = T.CreateTruncating(aim);
        T limit = T.CreateTruncating(end), side = T.CreateTruncating(double.Sign(gamma));
        for (int i = 0; i < factors.Shape.Length; i++)
        {
            factors.Values[i] = T.CreateTruncating(gamma) * T.Max(side * (similarities.Values[i] - limit), T.Zero);
        }

        return tape.Multiply(factors, tape.Subtract(similarities, aims));
    }
}
