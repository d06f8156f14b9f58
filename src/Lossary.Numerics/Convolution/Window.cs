namespace Lossary.Numerics;

/// <summary>The window that a convolution or a pooling moves over an image, along both axes.</summary>
/// <remarks>Sequences are images of height 1: a window of height 1 moves along them.</remarks>
/// <param name="Height">How many rows the window reads; positive.</param>
/// <param name="Width">How many columns it reads; positive.</param>
public readonly record struct Window(int Height, int Width)
{
    /// <summary>Makes a square window.</summary>
    /// <param name="size">Rows and columns; positive.</param>
    public Window(int size)
        : this(size, size)
    {
    }

    /// <summary>Rows from one position to the next; positive.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Columns from one position to the next; positive.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Rows of padding above and below the image; not negative.</summary>
    public int PaddingHeight { get; init; }

    /// <summary>Columns of padding left and right of the image; not negative.</summary>
    public int PaddingWidth { get; init; }

    /// <summary>Rows from one row that the window reads to the next; positive, 1 reads all.</summary>
    public int DilationHeight { get; init; } = 1;

    /// <summary>Columns from one column that the window reads to the next; positive, 1 reads all.</summary>
    public int DilationWidth { get; init; } = 1;

    /// <summary>The same stride along both axes.</summary>
    public int Stride
    {
        init => StrideHeight = StrideWidth = value;
    }

    /// <summary>The same padding on all sides.</summary>
    public int Padding
    {
        init => PaddingHeight = PaddingWidth = value;
    }

    /// <summary>The same dilation along both axes.</summary>
    public int Dilation
    {
        init => DilationHeight = DilationWidth = value;
    }

    /// <summary>How many numbers of one channel the window reads.</summary>
    internal int Taps => Height * Width;

    internal int SpanHeight => ((Height - 1) * DilationHeight) + 1;

    internal int SpanWidth => ((Width - 1) * DilationWidth) + 1;

    /// <summary>The window as it is written in messages and tables: <c>3x3 stride 2 padding 1</c>.</summary>
    public override string ToString()
    {
        string text = $"{Height}x{Width}";
        text += Pair(" stride ", StrideHeight, StrideWidth, usual: 1);
        text += Pair(" padding ", PaddingHeight, PaddingWidth, usual: 0);
        return text + Pair(" dilation ", DilationHeight, DilationWidth, usual: 1);
    }

    /// <summary>Refuses a window that could not be moved.</summary>
    internal void Check(string name)
    {
        if (Height < 1 || Width < 1 || StrideHeight < 1 || StrideWidth < 1 || DilationHeight < 1 || DilationWidth < 1
            || PaddingHeight < 0 || PaddingWidth < 0)
        {
            throw new ArgumentException(
                "A window needs positive size, stride and dilation, and a padding that is not negative; it is " +
                $"{Height}x{Width} stride {StrideHeight}x{StrideWidth} padding {PaddingHeight}x{PaddingWidth} " +
                $"dilation {DilationHeight}x{DilationWidth}.",
                name);
        }
    }

    private static string Pair(string word, int height, int width, int usual) =>
        height == usual && width == usual ? "" : height == width ? $"{word}{height}" : $"{word}{height}x{width}";
}
