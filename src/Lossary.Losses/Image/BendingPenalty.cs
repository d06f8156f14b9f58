using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A displacement is to bend little: what is straight may be stretched or turned for nothing.</summary>
/// <remarks>
/// <code>
/// L = mean (∂ₕₕu)² + mean (∂_wwu)² + 2 mean (∂ₕ_wu)²     by differences of neighbours
/// </code>
/// There is one term for each image; images of fewer than three pixels along an axis have no bend there. Reference: D.
/// Rueckert et al., Nonrigid Registration Using Free-Form Deformations: Application to Breast MR Images, 1999,
/// doi:10.1109/42.796284.
/// </remarks>
public readonly struct BendingPenalty : IGraphLoss<BendingPenalty>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "bending-energy",
        Title = "bending energy",
        Use = "Registration of images by a smooth displacement, beside what brings them into line.",
        Avoid = "Stretching is wrong too: take displacement-diffusion.",
        Reference = "D. Rueckert et al., Nonrigid Registration Using Free-Form Deformations: Application to Breast MR "
            + "Images, 1999, doi:10.1109/42.796284",
        Latex = @"\overline{(\partial_{hh} u)^2} + \overline{(\partial_{ww} u)^2} + 2\, \overline{(\partial_{hw} u)^2}",
        Names = new() { Chinese = "弯曲能量惩罚" },
        Tasks = LossTask.Reconstruction | LossTask.Regularisation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => ImageInputs.Displacement;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> field = inputs["displacement"];
        Tensor<T> down = ImageSteps.Down(tape, field), right = ImageSteps.Right(tape, field);
        Tensor<T> straight = tape.Add(
            ImageSteps.MeanSquare(tape, ImageSteps.Down(tape, down)),
            ImageSteps.MeanSquare(tape, ImageSteps.Right(tape, right)));
        return new(tape.Add(straight, tape.Scale(ImageSteps.MeanSquare(tape, ImageSteps.Right(tape, down)), 2)));
    }
}
