namespace Lossary.Tensors;

/// <summary>Copies rows into wider ones, and back.</summary>
internal static class PaddedRows
{
    /// <summary>
    /// Copies rows of <paramref name="width"/> numbers to the start of wider rows; the rest stays as it is.
    /// </summary>
    public static void Pad<T>(ReadOnlySpan<T> rows, int width, Span<T> padded, int paddedWidth)
    {
        for (int row = 0; row * width < rows.Length; row++)
        {
            rows.Slice(row * width, width).CopyTo(padded[(row * paddedWidth)..]);
        }
    }

    /// <summary>Copies the start of wider rows to rows of <paramref name="width"/> numbers.</summary>
    public static void Strip<T>(ReadOnlySpan<T> padded, int paddedWidth, Span<T> rows, int width)
    {
        for (int row = 0; row * width < rows.Length; row++)
        {
            padded.Slice(row * paddedWidth, width).CopyTo(rows[(row * width)..]);
        }
    }
}
