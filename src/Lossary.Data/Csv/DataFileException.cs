namespace Lossary.Data;

/// <summary>Tells which cell of which data file cannot be used, and why.</summary>
/// <remarks>The message reads <c>houses.csv, row 17, column 'price': 'abc' is not a number; …</c>.</remarks>
public sealed class DataFileException : Exception
{
    /// <summary>Describes a defect of a data file.</summary>
    /// <param name="file">The file's name as the user gave it.</param>
    /// <param name="reason">What is wrong, what was expected, and what can be done.</param>
    /// <param name="row">Line of the file as an editor counts it (the header is line 1); null: no one line.</param>
    /// <param name="column">The column's name; null: no one column.</param>
    /// <param name="inner">What caused it, if another exception did.</param>
    public DataFileException(
        string file, string reason, int? row = null, string? column = null, Exception? inner = null)
        : base(Describe(file, reason, row, column), inner)
    {
        File = file;
        Reason = reason;
        Row = row;
        Column = column;
    }

    /// <summary>The file's name as the user gave it.</summary>
    public string File { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>Line of the file as an editor counts it; null where no one line is at fault.</summary>
    public int? Row { get; }

    /// <summary>The column's name; null where no one column is at fault.</summary>
    public string? Column { get; }

    private static string Describe(string file, string reason, int? row, string? column)
    {
        string place = row is null ? file : string.Create(Invariant, $"{file}, row {row}");
        return column is null ? $"{place}: {reason}" : $"{place}, column '{column}': {reason}";
    }
}
