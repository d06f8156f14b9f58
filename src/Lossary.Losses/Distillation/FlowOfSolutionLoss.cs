using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What a student's block of layers does to its features is to be what the teacher's does.</summary>
/// <remarks>
/// <code>
/// G[i, j] = mean over pixels of x[·, i] y[·, j]        L = mean of (G of the student − G of the teacher)²
/// </code>
/// x are the features before the block, y after it, at one resolution; student and teacher have as many channels.
/// Reference: J. Yim, D. Joo, J. Bae, J. Kim, A Gift from Knowledge Distillation: Fast Optimization, Network
/// Minimization and Transfer Learning, 2017, doi:10.1109/CVPR.2017.754.
/// </remarks>
public readonly struct FlowOfSolutionLoss : IGraphLoss<FlowOfSolutionLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "fsp",
        Title = "flow of solution procedure (FSP)",
        Use = "A student whose blocks match the teacher's one to one.",
        Avoid = "Channels differ in number: take attention-transfer or similarity-preserving.",
        Reference = "J. Yim, D. Joo, J. Bae, J. Kim, A Gift from Knowledge Distillation: Fast Optimization, Network "
            + "Minimization and Transfer Learning, 2017, doi:10.1109/CVPR.2017.754",
        Latex = @"\overline{(G_{x, y} - G_{x', y'})^2}, \quad G_{x, y} = \tfrac{1}{hw} x^\top y",
        Names = new() { Chinese = "FSP 矩阵蒸馏" },
        Tasks = LossTask.Distillation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student-before", "x", InputKind.Real, "n, h, w, c", "the student's features before the block")
        {
            IsDifferentiable = true,
        },
        new("student-after", "y", InputKind.Real, "n, h, w, d", "its features after it") { IsDifferentiable = true },
        new("teacher-before", "x'", InputKind.Real, "n, h, w, c", "the teacher's features before the block"),
        new("teacher-after", "y'", InputKind.Real, "n, h, w, d", "its features after it"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> student = Flow(tape, inputs["student-before"], inputs["student-after"]);
        Tensor<T> teacher = Flow(tape, inputs["teacher-before"], inputs["teacher-after"]);
        return new(tape.Mean(tape.Square(tape.Subtract(student, teacher)), [1, 2]));
    }

    private static Tensor<T> Flow<T>(Tape<T> tape, Tensor<T> before, Tensor<T> after)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = before.Shape[0], pixels = before.Shape[1] * before.Shape[2];
        Tensor<T> product = tape.BatchMatMul(
            tape.Reshape(before, new Shape(n, pixels, before.Shape[3])),
            tape.Reshape(after, new Shape(n, pixels, after.Shape[3])),
            transposesLeft: true);
        return tape.Scale(product, 1.0 / int.Max(1, pixels));
    }
}
