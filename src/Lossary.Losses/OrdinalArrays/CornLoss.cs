using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Ordered classes by conditional questions: given that the class is at least k, is it above k?</summary>
/// <remarks>
/// <code>
/// L = Σ over k ≤ y of (ln(1 + e^zₖ) − [y &gt; k] zₖ)     over the thresholds k = 0 … m − 1
/// </code>
/// P(y &gt; k) is the product of σ(z₀) … σ(zₖ), so that it can only fall. It is the likelihood of each row, and the
/// mean is over rows: coral-pytorch divides by all conditional examples, so that its weights follow from how frequent
/// labels are. Reference: X. Shi, W. Cao, S. Raschka, "Deep Neural Networks for Rank-Consistent Ordinal Regression
/// Based on Conditional Probabilities", Pattern Analysis and Applications 26 (2023), arXiv:2111.08851.
/// </remarks>
public readonly struct CornLoss : IGraphLoss<CornLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "corn",
        Title = "CORN",
        Use = "Ordered classes with any network of one output less than classes.",
        Avoid = "Very few rows of the highest classes, of which its last outputs learn alone. Take coral.",
        Reference = "X. Shi, W. Cao, S. Raschka, Deep Neural Networks for Rank-Consistent Ordinal "
            + "Regression Based on Conditional Probabilities, 2023, arXiv:2111.08851",
        Latex = @"\sum_{k \le y} \left(\ln(1 + e^{z_k}) - [y > k] z_k\right)",
        Names = new() { Chinese = "CORN 有序回归损失" },
        Translations =
        [
            new(
                "coral_pytorch.losses.corn_loss()",
                "corn",
                "its sum is divided by the number of conditional examples, or of classes in old versions"),
        ],
        Tasks = LossTask.Ordinal,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, m", "the logit that a class of k at least is above k")
        {
            IsDifferentiable = true,
        },
        new("level", "y", InputKind.Level, "n", "the class: how many of the m thresholds are exceeded, 0 to m")
        {
            Below = "m",
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = inputs["logit"];
        Tensor<T> asked = LevelMasks.Reached(tape, inputs), above = LevelMasks.Above(tape, inputs);
        return new(tape.Sum(tape.Multiply(asked, tape.Formula(default(BinaryTerm), logits, above)), [1]));
    }
}
