using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The mean squared distance between the sorted shadows of two clouds on several lines.</summary>
/// <remarks>
/// <code>
/// L = mean over θ and i of ((θ·x)₍ᵢ₎ − (θ·y)₍ᵢ₎)²
/// </code>
/// The directions are an input, so that whoever draws them keeps the seed. Reference: N. Bonneel, J. Rabin, G. Peyré,
/// H. Pfister, Sliced and Radon Wasserstein Barycenters of Measures, 2015, doi:10.1007/s10851-014-0506-3.
/// </remarks>
public readonly struct SlicedWassersteinLoss : IGraphLoss<SlicedWassersteinLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sliced-wasserstein",
        Title = "sliced Wasserstein distance",
        Use = "Two clouds of equally many points in many dimensions, compared along directions.",
        Avoid = "Dimensions are few and points too: sinkhorn comes nearer to the true cost.",
        Reference = "N. Bonneel, J. Rabin, G. Peyré, H. Pfister, Sliced and Radon Wasserstein Barycenters of "
            + "Measures, 2015, doi:10.1007/s10851-014-0506-3",
        Latex = @"\operatorname{mean}_{\theta, i} \left((\theta \cdot x)_{(i)} - (\theta \cdot y)_{(i)}\right)^2",
        Names = new() { Chinese = "切片Wasserstein距离" },
        Translations =
        [
            new(
                "ot.sliced_wasserstein_distance()",
                "sliced-wasserstein",
                "the root of it; directions are drawn, n_projections=50"),
        ],
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("source", "x", InputKind.Real, "n, d", "the points of one cloud") { IsDifferentiable = true },
        new("other", "y", InputKind.Real, "n, d", "the points of the other") { IsDifferentiable = true },
        new("directions", @"\theta", InputKind.Real, "m, d", "the directions, of length 1, drawn by the caller"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> source = Sorted(tape, tape.Product(inputs["directions"], false, inputs["source"], true));
        Tensor<T> other = Sorted(tape, tape.Product(inputs["directions"], false, inputs["other"], true));
        return new(tape.Mean(tape.Square(tape.Subtract(source, other)), [-1]));
    }

    /// <summary>Each row in ascending order.</summary>
    private static Tensor<T> Sorted<T>(Tape<T> tape, Tensor<T> rows)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = rows.Shape[1];
        Tensor<T> indices = tape.Rent(rows.Shape);
        for (int row = 0; row < rows.Shape[0]; row++)
        {
            int[] order = SampleOrder.Ascending(tape, rows.Values.Slice(row * width, width));
            for (int i = 0; i < width; i++)
            {
                indices.Values[(row * width) + i] = T.CreateTruncating((row * width) + order[i]);
            }
        }

        return tape.Gather(tape.Reshape(rows, new Shape(rows.Shape.Length)), indices);
    }
}
