using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Rényi's divergence: between minding where the prediction puts its mass (α large) and where both have some (α small).
/// </summary>
/// <remarks>
/// <code>
/// L = ln(Σₖ pₖ^α qₖ^(1 − α)) / (α − 1)
/// ∂L/∂pⱼ = α/(α − 1) · pⱼ^(α − 1) qⱼ^(1 − α) / Σₖ pₖ^α qₖ^(1 − α)
/// </code>
/// Tends to the reverse Kullback–Leibler divergence of the prediction as α → 1. Reference: A. Rényi, "On Measures of
/// Entropy and Information", Proceedings of the Fourth Berkeley Symposium 1 (1961) 547–561.
/// </remarks>
/// <param name="alpha">α, 0.01 to 100; not 1.</param>
public readonly struct RenyiLoss(double alpha) : IGraphLoss<RenyiLoss>, IDocumentedLoss
{
    private static readonly ParameterCard AlphaCard = new(
        "alpha", @"\alpha", 0.5, new Domain(0.01, 100, true, true),
        "how much the prediction's own mass counts; not 1, which is reverse-kullback-leibler");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "renyi",
        Title = "Rényi divergence",
        Use = "Distributions as targets, with a number to choose between covering all modes and settling on one.",
        Avoid = "Predictions with mass where the target has none, at α above 1: it is infinite. Take α = ½.",
        Reference = "A. Rényi, On Measures of Entropy and Information, Proceedings of the Fourth Berkeley Symposium 1 "
            + "(1961) 547–561",
        Latex = @"\frac{1}{\alpha - 1} \ln \sum_k p_k^\alpha q_k^{1 - \alpha}",
        Names = new() { Chinese = "Rényi 散度" },
        Parameters = [AlphaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DivergenceCards.All;

    /// <summary>How much the prediction's own mass counts.</summary>
    public double Alpha { get; } = alpha == 1
        ? throw new ArgumentOutOfRangeException(nameof(alpha), "alpha must not be 1: take reverse-kullback-leibler.")
        : AlphaCard.Bind(alpha).Value;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> p = tape.Log(inputs[DivergenceCards.Prediction]), q = tape.Log(inputs[DivergenceCards.Target]);
        Tensor<T> both = tape.Add(tape.Scale(p, Alpha), tape.Scale(q, 1 - Alpha));
        return new(tape.Scale(tape.LogSumExp(both, [1]), 1 / (Alpha - 1)));
    }
}
