using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// How unlike two images look to a layer of a network: its features pixel by pixel, with learned weights of the
/// channels.
/// </summary>
/// <remarks>
/// <code>
/// L = mean over pixels of Σ w_c (x̂_c − ŷ_c)²,  x̂ = x / ‖x‖ over the channels
/// </code>
/// Sum it over the layers of a fixed network. A pixel without features pulls nowhere. Reference: R. Zhang, P. Isola, A.
/// A. Efros, E. Shechtman, O. Wang, The Unreasonable Effectiveness of Deep Features as a Perceptual Metric, 2018,
/// arXiv:1801.03924.
/// </remarks>
public readonly struct PatchSimilarityLoss : IGraphLoss<PatchSimilarityLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "lpips",
        Title = "learned perceptual similarity (LPIPS), one layer",
        Use = "Restoring or making images that are judged by people.",
        Avoid = "No network's features are at hand: take ms-ssim.",
        Reference = "R. Zhang, P. Isola, A. A. Efros, E. Shechtman, O. Wang, The Unreasonable Effectiveness of Deep "
            + "Features as a Perceptual Metric, 2018, arXiv:1801.03924",
        Latex = @"\overline{\sum_c w_c (\hat x_c - \hat y_c)^2}",
        Names = new() { Chinese = "学习感知相似度损失" },
        Tasks = LossTask.Reconstruction,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "x", InputKind.Real, "n, h, w, c", "the layer's features of the images")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.Real, "n, h, w, c", "its features of what they should be"),
        new("weight", "w", InputKind.NonNegative, "c", "what each channel counts"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(tape.NormaliseRows(inputs["prediction"]), tape.NormaliseRows(inputs["target"]));
        Tensor<T> pixels = tape.Sum(tape.Multiply(tape.Square(gap), inputs["weight"]), [-1]);
        return new(tape.Mean(pixels, [1, 2]));
    }
}
