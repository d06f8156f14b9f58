using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What a tensor is as a batch of images; a sequence is an image of height 1.</summary>
internal readonly record struct ImageExtents(int Batch, int Height, int Width, int Channels)
{
    /// <summary>Reads <c>[batch, height, width, channels]</c>, or <c>[batch, time, channels]</c>.</summary>
    /// <exception cref="ArgumentException">
    /// The tensor has another rank, or nothing in it but perhaps the batch.
    /// </exception>
    public static ImageExtents Of<T>(string operation, string name, Tensor<T> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensor, name);
        Shape shape = tensor.Shape;
        if (shape.Rank is not (3 or 4))
        {
            ShapeCheck.Fail(
                $"{operation}: {name} must be images [batch, height, width, channels] or sequences " +
                $"[batch, time, channels]; its shape is {shape}.",
                name);
        }

        ImageExtents image = shape.Rank == 3
            ? new(shape[0], 1, shape[1], shape[2])
            : new(shape[0], shape[1], shape[2], shape[3]);
        if (image.Height == 0 || image.Width == 0 || image.Channels == 0)
        {
            ShapeCheck.Fail($"{operation}: {name} is {shape}; images need at least one number.", name);
        }

        return image;
    }

    /// <summary>The shape of another batch of the same kind.</summary>
    public static Shape Like(Shape shape, int height, int width, int channels) => shape.Rank == 3
        ? new Shape(shape[0], width, channels)
        : new Shape(shape[0], height, width, channels);
}
