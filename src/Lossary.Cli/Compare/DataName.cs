using Lossary.Data;

namespace Lossary.Cli;

/// <summary>What a user names as data: a file or a sample, and the column to predict where it is named too.</summary>
/// <param name="Data">What <see cref="DataSource"/> reads.</param>
/// <param name="Target">The column; null where the text names none.</param>
internal sealed record DataName(string Data, string? Target)
{
    private const string Sample = "sample:";

    /// <summary>
    /// Reads <c>houses.csv:price</c>, <c>sample:ames:Sale_Price</c>, <c>-:y</c>, or any without a column.
    /// </summary>
    /// <param name="text">What the user wrote; a file that has such a name is that file.</param>
    public static DataName Parse(string text)
    {
        int from = text.StartsWith(Sample, StringComparison.OrdinalIgnoreCase) ? Sample.Length : 0;

        // A single letter before a colon is a drive.
        int colon = text.LastIndexOf(':');
        bool hasColumn = colon > from && colon < text.Length - 1 && !(from == 0 && colon == 1 && text[0] != '-')
            && text.IndexOfAny(['/', '\\'], colon) < 0;
        return hasColumn && !(from == 0 && File.Exists(text))
            ? new(text[..colon], text[(colon + 1)..])
            : new(text, null);
    }
}
