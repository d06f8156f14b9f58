namespace Lossary.Data;

/// <summary>Pictures of one size, each with the number of its class.</summary>
/// <remarks>Channels stand last, as the engine's convolutions take them. The arrays are used, not copied.</remarks>
public sealed class ImageSet
{
    /// <summary>Puts pictures and classes together.</summary>
    /// <param name="pixels">0 … 255, <c>[n, height, width, channels]</c>.</param>
    /// <param name="height">Rows of a picture; positive.</param>
    /// <param name="width">Columns of a picture; positive.</param>
    /// <param name="channels">1 for grey, 3 for red, green and blue; positive.</param>
    /// <param name="classes">The number of each picture's class, <c>[n]</c>; each an index of the names.</param>
    /// <param name="classNames">What the classes are called.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, or a class has no name.</exception>
    public ImageSet(
        byte[] pixels, int height, int width, int channels, int[] classes, IReadOnlyList<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        long needed = (long)classes.Length * height * width * channels;
        if (pixels.Length != needed)
        {
            throw new ArgumentException(
                $"pixels has {pixels.Length} elements; {classes.Length} pictures of "
                + $"{height} x {width} x {channels} need {needed}.",
                nameof(pixels));
        }

        int wrong = Array.FindIndex(classes, number => number < 0 || number >= classNames.Count);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"classes[{wrong}] is {classes[wrong]}; there are names for {classNames.Count} classes.",
                nameof(classes));
        }

        Pixels = pixels;
        Height = height;
        Width = width;
        Channels = channels;
        Classes = classes;
        ClassNames = classNames;
    }

    /// <summary>How many pictures there are.</summary>
    public int Count => Classes.Length;

    /// <summary>Rows of a picture.</summary>
    public int Height { get; }

    /// <summary>Columns of a picture.</summary>
    public int Width { get; }

    /// <summary>1 for grey, 3 for red, green and blue.</summary>
    public int Channels { get; }

    /// <summary>How many numbers a picture is.</summary>
    public int PixelsPerImage => Height * Width * Channels;

    /// <summary>0 … 255, <c>[n, height, width, channels]</c>.</summary>
    public byte[] Pixels { get; }

    /// <summary>The number of each picture's class, <c>[n]</c>.</summary>
    public int[] Classes { get; }

    /// <summary>What the classes are called, by their numbers.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The pixels as numbers from 0 to 1, as networks take them.</summary>
    /// <returns>Shape <c>[n, height, width, channels]</c>.</returns>
    public float[] ToFeatures()
    {
        float[] features = new float[Pixels.Length];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = Pixels[i] * (1 / 255f);
        }

        return features;
    }

    /// <summary>The first pictures, for a quick trial.</summary>
    /// <param name="count">How many; all, if there are fewer.</param>
    public ImageSet Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int taken = Math.Min(count, Count);
        return new ImageSet(Pixels[..(taken * PixelsPerImage)], Height, Width, Channels, Classes[..taken], ClassNames);
    }
}
