using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Neighbouring pixels are to move alike.</summary>
/// <remarks>
/// <code>
/// L = mean (∂ₕu)² + mean (∂_wu)²     by differences of neighbours
/// </code>
/// There is one term for each image. Reference: G. Balakrishnan, A. Zhao, M. R. Sabuncu, J. Guttag, A. V. Dalca,
/// VoxelMorph: A Learning Framework for Deformable Medical Image Registration, 2019, arXiv:1809.05231.
/// </remarks>
public readonly struct DiffusionPenalty : IGraphLoss<DiffusionPenalty>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "displacement-diffusion",
        Title = "diffusion of a displacement",
        Use = "Registration of images by a displacement, beside what brings them into line.",
        Avoid = "Turning and scaling must be free: take bending-energy.",
        Reference = "G. Balakrishnan, A. Zhao, M. R. Sabuncu, J. Guttag, A. V. Dalca, VoxelMorph: A Learning "
            + "Framework for Deformable Medical Image Registration, 2019, arXiv:1809.05231",
        Latex = @"\overline{(\partial_h u)^2} + \overline{(\partial_w u)^2}",
        Names = new() { Chinese = "位移扩散惩罚" },
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
        Tensor<T> down = ImageSteps.MeanSquare(tape, ImageSteps.Down(tape, field));
        return new(tape.Add(down, ImageSteps.MeanSquare(tape, ImageSteps.Right(tape, field))));
    }
}
