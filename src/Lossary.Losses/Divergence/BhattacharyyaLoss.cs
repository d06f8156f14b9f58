using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Minus the logarithm of how much two distributions overlap.</summary>
/// <remarks>
/// <code>
/// L = −ln Σₖ √(pₖ qₖ)
/// ∂L/∂pⱼ = −½ √(qⱼ/pⱼ) / Σₖ √(pₖ qₖ)
/// </code>
/// Half of <see cref="RenyiLoss"/> of α = ½; it bounds the error of telling the two apart. Reference: A. Bhattacharyya,
/// "On a Measure of Divergence between Two Statistical Populations Defined by Their Probability Distributions",
/// Bulletin of the Calcutta Mathematical Society 35 (1943) 99–109.
/// </remarks>
public readonly struct BhattacharyyaLoss : IGraphLoss<BhattacharyyaLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "bhattacharyya",
        Title = "Bhattacharyya distance",
        Use = "Distributions as targets, where it counts how well they could be told apart.",
        Avoid = "Distributions without overlap: it is infinite. Take the Jensen–Shannon divergence.",
        Reference = "A. Bhattacharyya, On a Measure of Divergence between Two Statistical Populations, Bulletin of the "
            + "Calcutta Mathematical Society 35 (1943) 99–109",
        Latex = @"-\ln \sum_k \sqrt{p_k q_k}",
        Names = new() { Chinese = "巴氏距离" },
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DivergenceCards.All;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsSymmetric = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> p = tape.Log(inputs[DivergenceCards.Prediction]), q = tape.Log(inputs[DivergenceCards.Target]);
        return new(tape.Negate(tape.LogSumExp(tape.Scale(tape.Add(p, q), 0.5), [1])));
    }
}
