using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A network that is tuned further is to keep the feature maps that mattered in its starting point.</summary>
/// <remarks>
/// <code>
/// L = Σ w_c mean over pixels of (x_c − y_c)²
/// </code>
/// w says what each channel matters for the task, such as by how much worse the loss gets without it. There is one term
/// for each image. Reference: X. Li et al., DELTA: Deep Learning Transfer using Feature Map with Attention for
/// Convolutional Networks, 2019, arXiv:1901.09229.
/// </remarks>
public readonly struct FeatureMapPenalty : IGraphLoss<FeatureMapPenalty>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "delta",
        Title = "deep learning transfer by feature maps (DELTA)",
        Use = "Tuning a network on little data without forgetting what it can.",
        Avoid = "The tasks have little in common: take l2-penalty.",
        Reference = "X. Li et al., DELTA: Deep Learning Transfer using Feature Map with Attention for Convolutional "
            + "Networks, 2019, arXiv:1901.09229",
        Latex = @"\sum_c w_c \overline{(x_c - y_c)^2}",
        Names = new() { Chinese = "DELTA 特征图正则" },
        Tasks = LossTask.Distillation | LossTask.Regularisation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("student", "x", InputKind.Real, "n, h, w, c", "the feature maps of a layer by now")
        {
            IsDifferentiable = true,
        },
        new("teacher", "y", InputKind.Real, "n, h, w, c", "those of the starting point"),
        new("weight", "w", InputKind.NonNegative, "c", "what each channel matters"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Square(tape.Subtract(inputs["student"], inputs["teacher"]));
        return new(tape.Mean(tape.Sum(tape.Multiply(gap, inputs["weight"]), [-1]), [1, 2]));
    }
}
