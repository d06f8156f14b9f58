using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// The squared distance of two cumulative distributions over ordered classes, both given as probabilities.
/// </summary>
/// <remarks>
/// <code>
/// L = Σₖ (Σ over l ≤ k of (p − q))²
/// </code>
/// For a row of logits and a class it is <c>ranked-probability</c>. Reference: L. Hou, C.-P. Yu, D. Samaras, "Squared
/// Earth Mover's Distance-Based Loss for Training Deep Neural Networks", arXiv:1611.05916.
/// </remarks>
public readonly struct SquaredEarthMoverLoss : IGraphLoss<SquaredEarthMoverLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "squared-earth-mover",
        Title = "squared earth mover",
        Use = "Ordered classes with a distribution as the target: ratings by several people.",
        Avoid = "Classes without an order. Take kullback-leibler.",
        Reference = "L. Hou, C.-P. Yu, D. Samaras, Squared Earth Mover's Distance-Based Loss for Training "
            + "Deep Neural Networks, 2016, arXiv:1611.05916",
        Latex = @"\sum_k \left(\sum_{l \le k} (p_l - q_l)\right)^2",
        Aliases = ["emd-squared", "squared-emd"],
        Names = new() { Chinese = "平方推土机距离损失" },
        Tasks = LossTask.Ordinal,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Probability, "n, k", "the predicted probability of each class")
        {
            IsDifferentiable = true,
        },
        new("target", "q", InputKind.Probability, "n, k", "the true probability of each class")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> difference = tape.Subtract(inputs["prediction"], inputs["target"]);
        Tensor<T> sums = tape.MatMul(difference, IntervalMasks.Triangle(tape, inputs.Extent("k"), isLower: false));
        return new(tape.Sum(tape.Square(sums), [1]));
    }
}
