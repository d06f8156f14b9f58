using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy with the network's own answers where it is sure of them.</summary>
/// <remarks>
/// <code>
/// L = 1[max p ≥ τ] CE(z, argmax p)        the mean is over all rows, sure or not
/// </code>
/// Reference: D.-H. Lee, Pseudo-Label: The Simple and Efficient Semi-Supervised Learning Method for Deep Neural
/// Networks, ICML Workshop, 2013.
/// </remarks>
/// <param name="threshold">The share from which an answer is believed; 0 to 1.</param>
public readonly struct PseudoLabelLoss(double threshold) : IGraphLoss<PseudoLabelLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pseudo-label",
        Title = "pseudo-labels",
        Use = "Samples without labels: where the network is sure, it is to become surer.",
        Avoid = "The network is sure and wrong early on: it never hears of it.",
        Reference = "D.-H. Lee, Pseudo-Label: The Simple and Efficient Semi-Supervised Learning Method for Deep "
            + "Neural Networks, ICML Workshop, 2013",
        Latex = @"[\max_k p_k \ge \tau] \cdot \left(-\ln \max_k p_k\right)",
        Names = new() { Chinese = "伪标签损失" },
        Tasks = LossTask.None,
        Parameters = [MatchInputs.ThresholdCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
    ];

    /// <summary>The share from which an answer is believed.</summary>
    public Parameter Threshold { get; } = MatchInputs.ThresholdCard.Bind(threshold);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(PseudoLabelLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Some answers are to be sure enough to count.
        Span<double> logits = inputs["logits"].Values;
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] *= i % 8 < 4 ? 12 : 1;
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = tape.LogSoftmax(inputs["logits"]);
        return new(Confidence.CrossEntropy(tape, tape.Detach(logits), logits, Threshold.Value));
    }
}
