namespace Lossary.Numerics;

/// <summary>The extents of a pooling over images in the order batch, height, width, channels.</summary>
public readonly record struct PoolingShape
{
    private PoolingShape(int batch, int height, int width, int channels, PoolAxis rows, PoolAxis columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(channels);
        Batch = batch;
        Height = height;
        Width = width;
        Channels = channels;
        Rows = rows;
        Columns = columns;
        InputLength = checked(batch * height * width * channels);
        OutputLength = checked(batch * rows.Positions * columns.Positions * channels);
    }

    /// <summary>How many images.</summary>
    public int Batch { get; }

    /// <summary>Rows of an image.</summary>
    public int Height { get; }

    /// <summary>Columns of an image.</summary>
    public int Width { get; }

    /// <summary>Channels of an image; each is pooled by itself.</summary>
    public int Channels { get; }

    /// <summary>Rows that come out.</summary>
    public int OutputHeight => Rows.Positions;

    /// <summary>Columns that come out.</summary>
    public int OutputWidth => Columns.Positions;

    /// <summary>Numbers in the images, <c>[batch, height, width, channels]</c>.</summary>
    public int InputLength { get; }

    /// <summary>Numbers that come out, <c>[batch, output height, output width, channels]</c>.</summary>
    public int OutputLength { get; }

    internal PoolAxis Rows { get; }

    internal PoolAxis Columns { get; }

    /// <summary>A window that is moved over the images.</summary>
    /// <param name="batch">How many images; not negative.</param>
    /// <param name="height">Rows of an image; positive.</param>
    /// <param name="width">Columns of an image; positive.</param>
    /// <param name="channels">Channels of an image; positive.</param>
    /// <param name="window">What is moved; its padding is at most half its size.</param>
    /// <param name="roundsUp">True to let a last window reach beyond the image where the stride leaves a rest.</param>
    /// <param name="countsPadding">True where means divide by the padding too; maxima never look at it.</param>
    /// <exception cref="ArgumentException">The window does not fit the image, or its padding is too wide.</exception>
    public static PoolingShape Sliding(
        int batch, int height, int width, int channels, Window window, bool roundsUp = false,
        bool countsPadding = true)
    {
        window.Check(nameof(window));
        if (window.PaddingHeight > window.Height / 2 || window.PaddingWidth > window.Width / 2)
        {
            throw new ArgumentException(
                $"Padding must be at most half the window, or some windows would hold nothing; it is {window}.",
                nameof(window));
        }

        PoolAxis rows = new(
            height, window.Height, window.StrideHeight, window.PaddingHeight, window.DilationHeight, roundsUp,
            countsPadding);
        PoolAxis columns = new(
            width, window.Width, window.StrideWidth, window.PaddingWidth, window.DilationWidth, roundsUp,
            countsPadding);
        if (rows.Positions < 1 || columns.Positions < 1)
        {
            throw new ArgumentException(
                $"The window {window} covers {window.SpanHeight}x{window.SpanWidth} pixels, " +
                $"but the padded image has only {height + (2 * window.PaddingHeight)}x" +
                $"{width + (2 * window.PaddingWidth)}.",
                nameof(window));
        }

        if (rows.HasEmptyPosition() || columns.HasEmptyPosition())
        {
            throw new ArgumentException(
                $"The window {window} sees padding alone at some position of a {height}x{width} image.",
                nameof(window));
        }

        return new(batch, height, width, channels, rows, columns);
    }

    /// <summary>
    /// As many parts as are asked for, as even as they can be; they overlap where the division leaves a rest.
    /// </summary>
    /// <param name="batch">How many images; not negative.</param>
    /// <param name="height">Rows of an image; positive.</param>
    /// <param name="width">Columns of an image; positive.</param>
    /// <param name="channels">Channels of an image; positive.</param>
    /// <param name="outputHeight">Rows that come out; positive.</param>
    /// <param name="outputWidth">Columns that come out; positive.</param>
    public static PoolingShape Adaptive(
        int batch, int height, int width, int channels, int outputHeight, int outputWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputHeight);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputWidth);
        return new(
            batch, height, width, channels, new PoolAxis(height, outputHeight), new PoolAxis(width, outputWidth));
    }
}
