namespace Lossary.Training;

/// <summary>Picks samples out of a table.</summary>
internal static class SampleRows
{
    /// <summary>Copies the first <paramref name="length"/> numbers of chosen rows, one after the other.</summary>
    /// <param name="table">The table, row by row, <c>[n, width]</c>.</param>
    /// <param name="width">How many numbers a row has.</param>
    /// <param name="rows">Which rows, <c>[m]</c>.</param>
    /// <param name="output">Receives <c>[m, length]</c>.</param>
    /// <param name="length">How many numbers of each row to take; at most the width.</param>
    public static void Copy<T>(ReadOnlySpan<T> table, int width, ReadOnlySpan<int> rows, Span<T> output, int length)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            table.Slice(checked(rows[i] * width), length).CopyTo(output.Slice(i * length, length));
        }
    }
}
