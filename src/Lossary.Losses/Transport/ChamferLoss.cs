using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean squared distance of each point to the nearest of the other cloud, both ways.</summary>
/// <remarks>
/// <code>
/// L = mean over i of minⱼ ‖xᵢ − yⱼ‖² + mean over j of minᵢ ‖xᵢ − yⱼ‖²
/// </code>
/// Memory is n m numbers. Equally near points share the gradient. Reference: H. Fan, H. Su, L. J. Guibas, A Point Set
/// Generation Network for 3D Object Reconstruction from a Single Image, 2017, arXiv:1612.00603.
/// </remarks>
public readonly struct ChamferLoss : IGraphLoss<ChamferLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "chamfer",
        Title = "Chamfer distance",
        Use = "Clouds of points of any two sizes: shapes made and shapes wanted.",
        Avoid = "Density matters: it asks for one near point, not for as many; sinkhorn does.",
        Reference = "H. Fan, H. Su, L. J. Guibas, A Point Set Generation Network for 3D Object Reconstruction from a "
            + "Single Image, 2017, arXiv:1612.00603",
        Latex = @"\frac{1}{n} \sum_i \min_j \|x_i - y_j\|^2 + \frac{1}{m} \sum_j \min_i \|x_i - y_j\|^2",
        Names = new() { Chinese = "倒角距离" },
        Translations =
        [
            new("pytorch3d.loss.chamfer_distance()", "chamfer", "a mean over the clouds of a batch"),
        ],
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("source", "x", InputKind.Real, "n, d", "the points of one cloud") { IsDifferentiable = true },
        new("other", "y", InputKind.Real, "m, d", "the points of the other") { IsDifferentiable = true },
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> squares = tape.SquaredDistancesBetween(inputs["source"], inputs["other"]);
        return new(tape.Add(tape.Mean(tape.Min(squares, [1])), tape.Mean(tape.Min(squares, [0]))));
    }
}
