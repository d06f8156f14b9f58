using Lossary.Data;

namespace Lossary.Cli;

/// <summary>Which column of a table is to be predicted.</summary>
internal static class TargetColumn
{
    private const int Listed = 20;

    /// <summary>The column that the user named; of a sample, the one that it is known for.</summary>
    /// <exception cref="UsageException">Nobody named one; the message lists the columns.</exception>
    public static string Of(string? named, string data, Table table)
    {
        if (named is not null)
        {
            return named;
        }

        if (DataSource.TryFindSample(data, out SampleSet? sample))
        {
            return sample.Target;
        }

        string[] names = [.. table.Columns.Select(column => column.Name)];
        string more = names.Length > Listed ? $" and {names.Length - Listed} more" : "";
        throw new UsageException(
            $"--target COLUMN is missing. {table.Name} has the columns {string.Join(", ", names.Take(Listed))}{more}.");
    }
}
