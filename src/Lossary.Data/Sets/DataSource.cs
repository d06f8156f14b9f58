using System.Diagnostics.CodeAnalysis;

namespace Lossary.Data;

/// <summary>
/// Reads what a user names as data: a file's path, <c>-</c> for standard input, or <c>sample:NAME</c>.
/// </summary>
public static class DataSource
{
    internal const string SamplePrefix = "sample:";

    /// <summary>Whether the text names a data set that comes with the program.</summary>
    /// <param name="data">What the user wrote.</param>
    /// <param name="sample">The data set, of which the target is known.</param>
    /// <exception cref="DataFileException">The text asks for a sample that does not exist.</exception>
    public static bool TryFindSample(string data, [NotNullWhen(true)] out SampleSet? sample)
    {
        ArgumentNullException.ThrowIfNull(data);
        bool isSample = data.StartsWith(SamplePrefix, StringComparison.OrdinalIgnoreCase);
        sample = isSample ? SampleSets.Find(data[SamplePrefix.Length..]) : null;
        return isSample;
    }

    /// <summary>Reads the data.</summary>
    /// <param name="data">What the user wrote.</param>
    /// <param name="standardInput">Opens the stream that <c>-</c> stands for.</param>
    /// <exception cref="DataFileException">There is no such data, or it cannot be used.</exception>
    public static Table Read(string data, Func<Stream> standardInput)
    {
        ArgumentNullException.ThrowIfNull(standardInput);
        if (TryFindSample(data, out SampleSet? sample))
        {
            return sample.Read();
        }

        if (data != "-")
        {
            return CsvFile.Read(data);
        }

        using Stream input = standardInput();
        return CsvFile.Read(input, "standard input");
    }
}
