using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far confidence and correctness are apart, over a batch, in a Laplacian kernel.</summary>
/// <remarks>
/// <code>
/// r = largest share, c = 1 where it is right
/// L = √(Σᵢⱼ (cᵢ − rᵢ)(cⱼ − rⱼ) e^(−|rᵢ − rⱼ|/0.4) / n²)
/// </code>
/// Published at ICML 2018. Memory is n² numbers. Add it to cross entropy; alone it does not teach. Reference: A. Kumar,
/// S. Sarawagi, U. Jain, Trainable Calibration Measures for Neural Networks from Kernel Mean Embeddings, 2018.
/// </remarks>
public readonly struct KernelCalibrationLoss : IGraphLoss<KernelCalibrationLoss>, IDocumentedLoss
{
    /// <summary>The kernel's width, the authors' own.</summary>
    private const double Width = 0.4;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mmce",
        Title = "kernel calibration error",
        Use = "A classifier that is to be right as often as it says it is, trained with cross entropy.",
        Avoid = "Batches are small: its kernel compares too few rows. Calibrating afterwards by one temperature often "
            + "serves.",
        Reference = "A. Kumar, S. Sarawagi, U. Jain, Trainable Calibration Measures for Neural Networks from Kernel "
            + "Mean Embeddings, 2018",
        Latex = @"\sqrt{\frac{1}{n^2} \sum_{i, j} (c_i - r_i)(c_j - r_j) e^{-|r_i - r_j| / 0.4}}",
        Names = new() { Chinese = "核校准误差" },
        Tasks = LossTask.None,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("logits", "z", InputKind.Real, "n, k", "the logits") { IsDifferentiable = true },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public static void Arrange(KernelCalibrationLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        // Away from the kinks, where two rows are equally sure.
        Span<double> logits = inputs["logits"].Values;
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] *= 0.5 + (0.2 * (i / 4));
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> logits = tape.LogSoftmax(inputs["logits"]);
        Tensor<T> sure = tape.Exp(tape.Max(logits, [-1]));
        Tensor<T> gap = tape.Subtract(Confidence.IsRight(tape, logits, inputs.Whole(tape, "target")), sure);
        int n = inputs.Extent("n");
        Shape column = new(n, 1), row = new(1, n);
        Tensor<T> apart = tape.Abs(tape.Subtract(tape.Reshape(sure, column), tape.Reshape(sure, row)));
        Tensor<T> kernel = tape.Exp(tape.Scale(apart, -1 / Width));
        Tensor<T> products = tape.Multiply(tape.Reshape(gap, column), tape.Reshape(gap, row));
        return new(tape.SqrtOrZero(tape.Mean(tape.Multiply(kernel, products))));
    }
}
