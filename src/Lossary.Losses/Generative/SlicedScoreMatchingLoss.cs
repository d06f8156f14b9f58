using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A score is learned without knowing the density's constant, along random directions.</summary>
/// <remarks>
/// <code>
/// L = d + ½ (v · s)²,  d = v · ∇(v · s)
/// </code>
/// s is the predicted gradient of the log-density, v a random direction, d the derivative of v · s by the sample along
/// v: keep it on the tape. Average over several directions of a sample. Reference: Y. Song, S. Garg, J. Shi, S. Ermon,
/// Sliced Score Matching: A Scalable Approach to Density and Score Estimation, 2019, arXiv:1905.07088.
/// </remarks>
public readonly struct SlicedScoreMatchingLoss : IGraphLoss<SlicedScoreMatchingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sliced-score-matching",
        Title = "sliced score matching",
        Use = "Energies or scores learned from clean samples in many dimensions.",
        Avoid = "Samples may be noised: denoising-score-matching needs no derivative.",
        Reference = "Y. Song, S. Garg, J. Shi, S. Ermon, Sliced Score Matching: A Scalable Approach to Density and "
            + "Score Estimation, 2019, arXiv:1905.07088",
        Latex = @"v^\top \nabla (v^\top s) + \tfrac{1}{2} (v^\top s)^2",
        Names = new() { Chinese = "切片得分匹配损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("score", "s", InputKind.Real, "n, d", "the predicted gradient of the log-density")
        {
            IsDifferentiable = true,
        },
        new("direction", "v", InputKind.Real, "n, d", "a random direction for each sample"),
        new("derivative", "d", InputKind.Real, "n", "the derivative of v · s by the sample, along v")
        {
            IsDifferentiable = true,
        },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> along = tape.Sum(tape.Multiply(inputs["score"], inputs["direction"]), [-1]);
        return new(tape.Add(inputs["derivative"], tape.Scale(tape.Square(along), 0.5)));
    }
}
