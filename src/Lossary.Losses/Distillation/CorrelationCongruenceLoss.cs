using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Samples that are near one another for the teacher are to be as near for the student.</summary>
/// <remarks>
/// <code>
/// K[i, j] = e^(−γ ‖xᵢ − xⱼ‖²) of unit vectors        L = mean of (K of the student − K of the teacher)²
/// </code>
/// There is one term for each pair. Widths of student and teacher may differ. Reference: B. Peng et al., Correlation
/// Congruence for Knowledge Distillation, 2019, arXiv:1904.01802.
/// </remarks>
/// <param name="gamma">How fast nearness falls with squared distance; positive.</param>
public readonly struct CorrelationCongruenceLoss(double gamma) : IGraphLoss<CorrelationCongruenceLoss>, IDocumentedLoss
{
    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 0.4, Domain.Positive, "how fast nearness falls with squared distance");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "correlation-congruence",
        Title = "correlation congruence",
        Use = "A student's embeddings beside a softer loss of its answers.",
        Avoid = "Batches are small: a few nearnesses say little.",
        Reference = "B. Peng et al., Correlation Congruence for Knowledge Distillation, 2019, arXiv:1904.01802",
        Latex = @"\frac{1}{n^2} \left\|K_s - K_t\right\|_F^2,\quad K_{ij} = e^{-\gamma \|x_i - x_j\|^2}",
        Names = new() { Chinese = "相关一致性蒸馏" },
        Tasks = LossTask.Distillation,
        Parameters = [GammaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "s", InputKind.Real, "n, d", "the student's embeddings") { IsDifferentiable = true },
        new("teacher", "t", InputKind.Real, "n, m", "the teacher's embeddings, of any width"),
    ];

    /// <summary>How fast nearness falls with squared distance.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(tape.Square(tape.Subtract(Nearness(tape, inputs["student"]), Nearness(tape, inputs["teacher"]))));

    private Tensor<T> Nearness<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> directions = tape.NormaliseRows(rows);
        return tape.Exp(tape.Scale(tape.SquaredDistancesBetween(directions, directions), -Gamma.Value));
    }
}
