using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Cross entropy of strongly changed samples with sure answers to weakly changed ones.</summary>
/// <remarks>
/// <code>
/// L = 1[max p̂ ≥ τ] CE(z, argmax p̂)        the mean is over all rows, sure or not
/// </code>
/// Reference: K. Sohn et al., FixMatch: Simplifying Semi-Supervised Learning with Consistency and Confidence, 2020,
/// arXiv:2001.07685.
/// </remarks>
/// <param name="threshold">The share from which an answer is believed; 0 to 1.</param>
public readonly struct FixMatchLoss(double threshold) : IGraphLoss<FixMatchLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "fixmatch",
        Title = "FixMatch",
        Use = "Few labels, many images: the answer to a mild change of an image is the label of a violent one.",
        Avoid = "Few answers pass the threshold, as with many classes: nothing is learnt from the rest. uda uses all.",
        Reference = "K. Sohn et al., FixMatch: Simplifying Semi-Supervised Learning with Consistency and Confidence, "
            + "2020, arXiv:2001.07685",
        Latex = @"[\max_k \hat p_k \ge \tau] \cdot \operatorname{CE}(z, \arg\max_k \hat p_k)",
        Names = new() { Chinese = "FixMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters = [MatchInputs.ThresholdCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => MatchInputs.Answers;

    /// <summary>The share from which an answer is believed.</summary>
    public Parameter Threshold { get; } = MatchInputs.ThresholdCard.Bind(threshold);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public static void Arrange(FixMatchLoss loss, LossInputs<double> inputs, RandomStream random) =>
        MatchInputs.SharpenSome(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> weak = tape.LogSoftmax(inputs["weak"]), strong = tape.LogSoftmax(inputs["strong"]);
        return new(Confidence.CrossEntropy(tape, weak, strong, Threshold.Value));
    }
}
