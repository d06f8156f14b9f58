using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Differences between neighbouring pixels of images, <c>[n, h, w, c]</c>.</summary>
internal static class ImageSteps
{
    /// <summary>Each pixel's lower neighbour less itself, <c>[n, h − 1, w, c]</c>.</summary>
    public static Tensor<T> Down<T>(Tape<T> tape, Tensor<T> image)
        where T : unmanaged, IFloatingPointIeee754<T> => Along(tape, image, 1);

    /// <summary>Each pixel's right neighbour less itself, <c>[n, h, w − 1, c]</c>.</summary>
    public static Tensor<T> Right<T>(Tape<T> tape, Tensor<T> image)
        where T : unmanaged, IFloatingPointIeee754<T> => Along(tape, image, 2);

    /// <summary>The mean square of each image's numbers, <c>[n]</c>; 0 where it has none.</summary>
    public static Tensor<T> MeanSquare<T>(Tape<T> tape, Tensor<T> image)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int numbers = image.Shape.LengthOf(1, image.Shape.Rank);
        return tape.Scale(tape.Sum(tape.Square(image), [1, 2, 3]), 1.0 / int.Max(1, numbers));
    }

    private static Tensor<T> Along<T>(Tape<T> tape, Tensor<T> image, int axis)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int steps = int.Max(0, image.Shape[axis] - 1);
        int start = int.Min(1, image.Shape[axis]);
        return tape.Subtract(tape.Slice(image, axis, start, steps), tape.Slice(image, axis, 0, steps));
    }
}
