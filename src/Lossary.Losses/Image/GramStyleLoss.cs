using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean squared difference between two matrices of how features occur together.</summary>
/// <remarks>
/// <code>
/// G = Fᵀ F / (c t)        L = mean over c × c of (G − G′)²        for each image
/// </code>
/// Reference: L. A. Gatys, A. S. Ecker, M. Bethge, A Neural Algorithm of Artistic Style, 2015, arXiv:1508.06576.
/// </remarks>
public readonly struct GramStyleLoss : IGraphLoss<GramStyleLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "gram-style",
        Title = "style by Gram matrices",
        Use = "Images in the manner of another: which features go together, wherever they stand.",
        Avoid = "Places matter: it forgets them all. Compare the features themselves for content.",
        Reference = "L. A. Gatys, A. S. Ecker, M. Bethge, A Neural Algorithm of Artistic Style, 2015, "
            + "arXiv:1508.06576",
        Latex = @"\frac{1}{c^2} \left\|G - G'\right\|_F^2,\quad G = \frac{F^\top F}{c t}",
        Names = new() { Chinese = "格拉姆风格损失" },
        Tasks = LossTask.Reconstruction,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "F", InputKind.Real, "n, t, c",
            "a layer's features of the images at t places, channels last")
        {
            IsDifferentiable = true,
        },
        new("target", "F'", InputKind.Real, "n, s, c", "those of the image whose style is wanted, at s places"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> gap = tape.Subtract(Gram(tape, inputs["prediction"]), Gram(tape, inputs["target"]));
        return new(tape.Mean(tape.Square(gap), [1, 2]));
    }

    private static Tensor<T> Gram<T>(Tape<T> tape, Tensor<T> features)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double count = (double)features.Shape[1] * features.Shape[2];
        return tape.Scale(tape.BatchMatMul(features, features, transposesLeft: true), 1 / count);
    }
}
