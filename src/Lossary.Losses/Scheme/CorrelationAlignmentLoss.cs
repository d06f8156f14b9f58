using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The squared difference between two covariance matrices.</summary>
/// <remarks>
/// <code>
/// L = ‖C_x − C_y‖²_F / 4d²        C the unbiased covariance; 0 for one sample
/// </code>
/// Reference: B. Sun, K. Saenko, Deep CORAL: Correlation Alignment for Deep Domain Adaptation, 2016, arXiv:1607.01719.
/// </remarks>
public readonly struct CorrelationAlignmentLoss : IGraphLoss<CorrelationAlignmentLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "coral-domain",
        Title = "correlation alignment",
        Use = "Features of two domains that are to vary alike.",
        Avoid = "Domains differ in more than means and covariances: mmd sees whole distributions.",
        Reference = "B. Sun, K. Saenko, Deep CORAL: Correlation Alignment for Deep Domain Adaptation, 2016, "
            + "arXiv:1607.01719",
        Latex = @"\frac{1}{4 d^2} \left\|C_x - C_y\right\|_F^2",
        Aliases = ["deep-coral"],
        Names = new() { Chinese = "相关性对齐损失" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("source", "x", InputKind.Real, "n, d", "the features of one domain") { IsDifferentiable = true },
        new("other", "y", InputKind.Real, "m, d", "the features of the other") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(Covariance(tape, inputs["source"]), Covariance(tape, inputs["other"]));
        double width = inputs.Extent("d");
        return new(tape.Scale(tape.Sum(tape.Square(gap)), 0.25 / (width * width)));
    }

    private static Tensor<T> Covariance<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> centred = tape.Subtract(rows, tape.Mean(rows, [0], keepDimensions: true));
        return tape.Scale(tape.Product(centred, true, centred, false), 1.0 / int.Max(1, rows.Shape[0] - 1));
    }
}
