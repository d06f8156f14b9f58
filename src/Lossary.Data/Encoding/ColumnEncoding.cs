namespace Lossary.Data;

/// <summary>How one column becomes features; learned from training rows only.</summary>
internal abstract class ColumnEncoding(string column, string[] featureNames)
{
    public string Column { get; } = column;

    /// <summary>A name for each of the features that the column becomes.</summary>
    public string[] FeatureNames { get; } = featureNames;

    /// <summary>
    /// Writes the features of the rows, each at <paramref name="offset"/> of its row of <paramref name="width"/>.
    /// </summary>
    public abstract void Encode(Column column, ReadOnlySpan<int> rows, Span<float> output, int width, int offset);
}
