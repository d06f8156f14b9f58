using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The distance between the square roots of two distributions: a metric, at most 1.</summary>
/// <remarks>
/// <code>
/// L = √(½ Σₖ (√pₖ − √qₖ)²)
/// ∂L/∂pⱼ = (1 − √(qⱼ/pⱼ)) / (4 L), and 0 where L = 0
/// </code>
/// Reference: E. Hellinger, "Neue Begründung der Theorie quadratischer Formen von unendlichvielen Veränderlichen",
/// Journal für die reine und angewandte Mathematik 136 (1909) 210–271, doi:10.1515/crll.1909.136.210.
/// </remarks>
public readonly struct HellingerLoss : IGraphLoss<HellingerLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "hellinger",
        Title = "Hellinger distance",
        Use = "Distributions as targets, where a distance is wanted that neither ln 0 nor a single ratio can rule.",
        Avoid = "Training near the target: its slope does not fade there. Take the Jensen–Shannon divergence.",
        Reference =
            "E. Hellinger, Neue Begründung der Theorie quadratischer Formen, 1909, doi:10.1515/crll.1909.136.210",
        Latex = @"\sqrt{\tfrac{1}{2} \sum_k (\sqrt{p_k} - \sqrt{q_k})^2}",
        Names = new() { Chinese = "海林格距离" },
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DivergenceCards.All;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsSymmetric = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> p = tape.Sqrt(inputs[DivergenceCards.Prediction]), q = tape.Sqrt(inputs[DivergenceCards.Target]);
        Tensor<T> sum = tape.Sum(tape.Square(tape.Subtract(p, q)), [1]);
        return new(tape.SqrtOrZero(tape.Scale(sum, 0.5)));
    }
}
