using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Made samples are to differ: the mean squared cosine between the codes of a batch, each with every other.
/// </summary>
/// <remarks>
/// <code>
/// L = Σᵢ Σⱼ≠ᵢ cos²(eᵢ, eⱼ) / (n (n − 1))
/// </code>
/// A code's cosine with itself is left out. n × n numbers are held. Reference: J. Zhao, M. Mathieu, Y. LeCun,
/// Energy-based Generative Adversarial Network, 2016, arXiv:1609.03126.
/// </remarks>
public readonly struct PullingAwayLoss : IGraphLoss<PullingAwayLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "pulling-away",
        Title = "pulling-away term",
        Use = "Keeping a generator from making the same sample again and again.",
        Avoid = "Samples of a batch are meant to be alike, as under one condition: it pushes them apart all the same.",
        Reference = "J. Zhao, M. Mathieu, Y. LeCun, Energy-based Generative Adversarial Network, 2016, "
            + "arXiv:1609.03126",
        Latex = @"\frac{1}{n (n - 1)} \sum_i \sum_{j \ne i} \cos^2(e_i, e_j)",
        Names = new() { Chinese = "拉开项损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("code", "e", InputKind.Real, "n, d", "codes of made samples") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> directions = tape.NormaliseRows(inputs["code"]);
        Tensor<T> cosines = tape.MatMul(directions, tape.Transpose(directions));
        int n = cosines.Shape[0];
        Tensor<T> sum = tape.Sum(tape.Square(tape.Multiply(cosines, tape.OffDiagonal(n))));
        return new(tape.Scale(sum, n > 1 ? 1 / ((double)n * (n - 1)) : 0));
    }
}
