using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// The shapes of pooled samples: images <c>[height, width, channels]</c>, sequences <c>[time, channels]</c>.
/// </summary>
internal static class PoolSample
{
    /// <summary>What a window makes of a sample.</summary>
    public static Shape Sliding(string layer, Shape input, Window window, bool roundsUp)
    {
        (int height, int width, int channels) = Extents(layer, input);
        PoolingShape shape = PoolingShape.Sliding(1, height, width, channels, window, roundsUp);
        return Like(input, shape.OutputHeight, shape.OutputWidth);
    }

    /// <summary>The same kind of sample, of another size.</summary>
    public static Shape Resized(string layer, Shape input, int height, int width)
    {
        Extents(layer, input);
        if (input.Rank == 2 && height != 1)
        {
            throw new ArgumentException(
                $"The {layer} makes {height} rows, but gets sequences of {input}.", nameof(input));
        }

        return Like(input, height, width);
    }

    /// <summary>Rows, columns and channels; a sequence has one row.</summary>
    public static (int Height, int Width, int Channels) Extents(string layer, Shape input) => input.Rank switch
    {
        2 => (1, input[0], input[1]),
        3 => (input[0], input[1], input[2]),
        _ => throw new ArgumentException(
            $"The {layer} takes images [height, width, channels] or sequences [time, channels], " +
            $"but gets samples of {input}.",
            nameof(input)),
    };

    private static Shape Like(Shape input, int height, int width) =>
        input.Rank == 2 ? new Shape(width, input[1]) : new Shape(height, width, input[2]);
}
