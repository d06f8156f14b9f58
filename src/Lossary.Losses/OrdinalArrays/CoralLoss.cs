using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Ordered classes by one binary question for each threshold, answered with shared weights: is the class above it?
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ (ln(1 + e^zₖ) − [y &gt; k] zₖ)     over the thresholds k = 0 … m − 1
/// </code>
/// With two classes it is the binary cross entropy. Reference: W. Cao, V. Mirjalili, S. Raschka, "Rank Consistent
/// Ordinal Regression for Neural Networks with Application to Age Estimation", Pattern Recognition Letters 140 (2020),
/// arXiv:1901.07884; Z. Niu et al., "Ordinal Regression with Multiple Output CNN for Age Estimation", CVPR 2016,
/// doi:10.1109/CVPR.2016.532.
/// </remarks>
public readonly struct CoralLoss : IGraphLoss<CoralLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "coral",
        Title = "CORAL",
        Use = "Ordered classes with a network whose last layer has one output and a bias for each "
            + "threshold.",
        Avoid = "Outputs without shared weights, whose answers may contradict one another. Take corn.",
        Reference = "W. Cao, V. Mirjalili, S. Raschka, Rank Consistent Ordinal Regression for Neural "
            + "Networks with Application to Age Estimation, 2020, arXiv:1901.07884",
        Latex = @"\sum_k \left(\ln(1 + e^{z_k}) - [y > k] z_k\right)",
        Aliases = ["ordinal-bce"],
        Names = new() { Chinese = "CORAL 有序回归损失" },
        Translations =
        [
            new("coral_pytorch.losses.coral_loss()", "coral", "targets are rows of 0 and 1, by levels_from_labelbatch"),
        ],
        Tasks = LossTask.Ordinal,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logit", "z", InputKind.Real, "n, m", "the logit that the class is above each threshold")
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
        Tensor<T> above = LevelMasks.Above(tape, inputs);
        return new(tape.Sum(tape.Formula(default(BinaryTerm), logits, above), [1]));
    }
}
